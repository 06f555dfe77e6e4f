"""The help of a question without its references to questions that a variant does not ask."""

import re
from collections.abc import Set

from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.text import Text

_ID = re.compile(r"\b[A-Z][1-9][0-9]?\b")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


def help_within(questionnaire: Questionnaire, question: Question, variant: str) -> Text:
    """Return the help without the sentences that name a question which the variant does not ask.

    If every sentence names one, the help is empty.
    """
    others = questionnaire.ids - questionnaire.variants[variant].questions
    return Text(*(_without(text, others) for text in (question.help.en, question.help.fr)))


def _without(text: str, ids: Set[str]) -> str:
    sentences = _SENTENCE_END.split(text)
    return " ".join(each for each in sentences if ids.isdisjoint(_ID.findall(each)))
