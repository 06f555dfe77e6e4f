"""Which page comes first and next, how far each domain has come, and what contradicts itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.maturity.answers import Assessment, unanswered
from app.maturity.level import Level
from app.maturity.questionnaire import NOT_APPLICABLE, Domain, Question, Questionnaire
from app.maturity.text import Text


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions of a domain, or of all, are answered."""

    answered: int
    asked: int

    @property
    def state(self) -> str:
        """Give ``not_started``, ``in_progress`` or ``done``."""
        if self.answered == self.asked:
            return "done"
        return "in_progress" if self.answered else "not_started"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be right: some left out for a reason that the others deny."""

    reason: Text
    left_out: tuple[Question, ...]
    described: tuple[Question, ...]


def progress(questionnaire: Questionnaire, assessment: Assessment, letter: str | None = None) -> Progress:
    """Count the answered questions of one domain, or of the whole variant."""
    asked = len(questionnaire.questions_in(assessment.profile.variant, letter))
    return Progress(asked - len(unanswered(questionnaire, assessment, letter)), asked)


def next_domain(questionnaire: Questionnaire, letter: str) -> Domain | None:
    """Give the domain after this one, or none after the last."""
    letters = [domain.letter for domain in questionnaire.domains]
    following = letters.index(letter) + 1
    return questionnaire.domains[following] if following < len(letters) else None


def contradictions(questionnaire: Questionnaire, assessment: Assessment) -> Iterator[Contradiction]:
    """Find questions left out for a reason that answers above level 0 to the same reason's questions deny."""
    asked = questionnaire.questions_in(assessment.profile.variant)
    by_reason: dict[Text, list[Question]] = {}
    for question in asked:
        if question.not_applicable:
            by_reason.setdefault(question.not_applicable, []).append(question)
    for reason, questions in by_reason.items():
        left_out = tuple(q for q in questions if assessment.answer(q).choice == NOT_APPLICABLE)
        described = tuple(
            q
            for q in questions
            if assessment.answer(q).applies and assessment.answer(q).points > Level.ABSENT
        )
        if left_out and described:
            yield Contradiction(reason, left_out, described)
