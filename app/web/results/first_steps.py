"""The next step of a recommendation in words."""

from dataclasses import dataclass
from datetime import date

from app.maturity.outlook.next_step import NextStep
from app.maturity.questionnaire import Question
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One thing to do: a sentence, the practice that it is about, the role that owns it, and the day."""

    question: Question
    sentence: str
    owner: str
    due: date


def describe_step(step: NextStep, wording: Wording) -> FirstStep:
    """Return a next step in words; of a practice that nobody knew the first step is to find out."""
    question = step.recommendation.question
    sentence = wording.text(step.action)
    if step.find_out:
        find_out = wording._("Find out what is in place for “%(practice)s”, and have the answer updated.")
        sentence = find_out % {"practice": wording.text(question.name)}
    return FirstStep(question, sentence, wording.owner_name(question.owner), step.due)
