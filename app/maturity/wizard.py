"""Progress through the domains, the next page, and contradictions between answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.maturity.answers import Answer, Assessment, unanswered
from app.maturity.level import Level
from app.maturity.questionnaire import NOT_APPLICABLE, Domain, Question, Questionnaire
from app.maturity.text import Text

# One question with its evidence takes about a minute; an estimate is a multiple of five minutes.
_MINUTES_PER_QUESTION, _MINUTE_STEP = 1, 5


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions of a domain, or of all, have a confirmed answer.

    ``is_carried`` is whether some have last time’s answer, not confirmed yet.
    """

    answered: int
    asked: int
    is_carried: bool = False

    @classmethod
    def of(cls, questions: Sequence[Question], answers: Mapping[str, Answer]) -> "Progress":
        """Return how many of some questions have a confirmed answer."""
        given = sum(question.id in answers and answers[question.id].is_confirmed for question in questions)
        return cls(given, len(questions))

    @property
    def state(self) -> str:
        """Return ``not_started``, ``to_confirm``, ``in_progress`` or ``done``."""
        if self.answered == self.asked:
            return "done"
        if self.answered:
            return "in_progress"
        return "to_confirm" if self.is_carried else "not_started"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be right.

    The questions ``left_out`` are not applicable for a reason; those ``described`` could be left out for the
    same reason, and are answered above level 0.
    """

    reason: Text
    left_out: tuple[Question, ...]
    described: tuple[Question, ...]


def progress(questionnaire: Questionnaire, assessment: Assessment, letter: str | None = None) -> Progress:
    """Return how many questions of one domain, or of the whole variant, are answered."""
    asked = len(questionnaire.questions_in(assessment.profile.variant, letter))
    missing = unanswered(questionnaire, assessment, letter)
    is_carried = any(assessment.answer(question).carried for question in missing)
    return Progress(asked - len(missing), asked, is_carried)


def expected_minutes(questions: int) -> int:
    """Return about how many minutes questions take, rounded up to the next five minutes."""
    return -(-questions * _MINUTES_PER_QUESTION // _MINUTE_STEP) * _MINUTE_STEP


def next_domain(questionnaire: Questionnaire, letter: str) -> Domain | None:
    """Return the domain after this one, or None after the last."""
    letters = [domain.letter for domain in questionnaire.domains]
    following = letters.index(letter) + 1
    return questionnaire.domains[following] if following < len(letters) else None


def first_unfinished(domains: Iterable[Domain], progress: Mapping[str, Progress]) -> Domain | None:
    """Return the first of some domains that still has an unanswered question, or None."""
    return next((each for each in domains if progress[each.letter].state != "done"), None)


def contradictions(questionnaire: Questionnaire, assessment: Assessment) -> Iterator[Contradiction]:
    """Yield each reason for which some questions are left out and others are answered above level 0."""
    by_reason: dict[Text, list[Question]] = {}
    for question in questionnaire.questions_in(assessment.profile.variant):
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
