"""The words for what an answer says."""

from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.translations.wording import Wording


def statement_words(question: Question, answer: Answer, wording: Wording) -> str:
    """Return the statement that an answer chose, or how an answer without one counts."""
    _ = wording._
    if not answer.is_given:
        return _("Not yet answered, so it counts in no score.")
    if answer.is_unknown:
        return _("Nobody knew the answer, so it counts as level 0. Find out first.")
    if answer.applies:
        return wording.text(question.levels[answer.points])
    reason = wording.text(question.not_applicable) if question.not_applicable else ""
    return _("Not counted, for this reason: “%(reason)s”") % {"reason": reason}
