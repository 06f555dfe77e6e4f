"""The questions on which two rounds can be compared, and the reason of each of the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.maturity.answers import Answer
from app.maturity.questionnaire import NOT_APPLICABLE, Question
from app.maturity.rounds.round import RoundAnswers
from app.maturity.scoring import GATE_MINIMUM


class NotCompared(Enum):
    """The reason why a question of the newer round is not compared."""

    NEW = "new"
    UNANSWERED_NOW = "unanswered_now"
    UNANSWERED_BEFORE = "unanswered_before"
    NOT_APPLICABLE_IN_BOTH = "not_applicable_in_both"
    NOT_APPLICABLE_NOW = "not_applicable_now"
    NOT_APPLICABLE_BEFORE = "not_applicable_before"


@dataclass(frozen=True, slots=True)
class SharedQuestion:
    """A question that both rounds ask and that applies and is answered in both.

    ``question`` is the newer version's. It ``is_gate`` if it is one in both versions.
    """

    question: Question
    before: Answer
    after: Answer
    is_gate: bool

    @property
    def steps(self) -> int:
        """Return the levels gained, or lost if negative; unknown counts as level 0."""
        return self.after.points - self.before.points

    @property
    def met_before(self) -> bool:
        """Return whether the earlier level lets a gate pass."""
        return self.before.points >= GATE_MINIMUM

    @property
    def met_after(self) -> bool:
        """Return whether the newer level lets a gate pass."""
        return self.after.points >= GATE_MINIMUM


def pair_questions(
    before: RoundAnswers, after: RoundAnswers
) -> Iterator[tuple[Question, SharedQuestion | NotCompared]]:
    """Yield every question that the newer round asks, shared or with the reason why it is not compared."""
    earlier = {each.id: each for each in asked(before)}
    for question in asked(after):
        if question.id not in earlier:
            yield question, NotCompared.NEW
            continue
        old, new = before.assessment.answer(question), after.assessment.answer(question)
        is_gate = question.gate and earlier[question.id].gate
        yield question, _reason(old, new) or SharedQuestion(question, old, new, is_gate)


def asked(round_: RoundAnswers) -> tuple[Question, ...]:
    """Return the questions that a round asks, in the order of its questionnaire."""
    return round_.questionnaire.questions_in(round_.assessment.profile.variant)


def _reason(before: Answer, after: Answer) -> NotCompared | None:
    # A missing answer comes first: the owner can still give it.
    if not after.is_given:
        return NotCompared.UNANSWERED_NOW
    if not before.is_given:
        return NotCompared.UNANSWERED_BEFORE
    return _LEFT_OUT[before.choice == NOT_APPLICABLE, after.choice == NOT_APPLICABLE]


_LEFT_OUT = {
    (False, False): None,
    (True, True): NotCompared.NOT_APPLICABLE_IN_BOTH,
    (False, True): NotCompared.NOT_APPLICABLE_NOW,
    (True, False): NotCompared.NOT_APPLICABLE_BEFORE,
}
