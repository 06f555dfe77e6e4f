"""The form that settles one question: the organisation’s answer, and its comment."""

from collections.abc import Iterator, Mapping

from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from app.maturity.answers import NO_ANSWER, Answer, confirmed
from app.maturity.questionnaire import Question
from app.translations.wording_cache import wording_cache
from app.web.forms.answers_field import AnswersField
from app.web.forms.base import Problem, VersionedForm, question_label
from app.web.request.language import translate as _

# The buttons: to the next question in disagreement, or back to all of them.
NEXT, BACK = "next", "back"


class SettleForm(VersionedForm):
    """One question with its answer and comment; evidence stays as it is stored."""

    action = HiddenField()
    answers_field: AnswersField

    question: Question

    def validate_action(self, field: Field) -> None:
        """Refuse a button that the page does not have."""
        if field.data not in (NEXT, BACK):
            raise ValidationError(_("Choose one of the buttons on the page"))

    def answer(self, stored: Mapping[str, Answer]) -> Answer:
        """Return the answer as it is settled: to settle is to confirm."""
        before = stored.get(self.question.id, NO_ANSWER)
        if not self.answers_field.is_valid(self.question.id):
            return before
        return confirmed(self.answers_field.answer(self.question.id, before, confirms=True))

    def blank(self, answer: Answer) -> Iterator[Problem]:
        """Yield a problem if no answer is chosen."""
        if not answer.is_given and self.answers_field.is_valid(self.question.id):
            sentence = _("%(question)s: choose an answer") % {"question": question_label(self.question)}
            yield Problem(self.question.id, sentence)


@wording_cache
def settle_form(question: Question) -> type[SettleForm]:
    """Build the form class of a question, once."""
    field = AnswersField((question,), asks_evidence=False)
    return type("SettleForm", (SettleForm,), {"question": question, "answers_field": field})
