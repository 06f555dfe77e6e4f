"""The practices that are most often below target."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.answers import Answer
from app.maturity.programme.submission import SubmittedLevels
from app.maturity.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class BelowTarget:
    """A practice, and how many of the organisations that it applies to are below their target.

    ``below`` counts unknown answers too, which ``unknown`` counts by themselves.
    """

    question: Question
    below: int
    of: int
    unknown: int

    @property
    def share(self) -> Fraction:
        """Return the share of organisations below their target, 0 to 1."""
        return Fraction(self.below, self.of)


def count_below_target(
    questionnaire: Questionnaire, variant: str, submitted: Iterable[SubmittedLevels]
) -> tuple[BelowTarget, ...]:
    """Return the practices that are below target somewhere, the most organisations first.

    Among equal numbers the larger share comes first, then the order of the questionnaire. Organisations to
    which a practice does not apply, or that were not asked it, are not counted.
    """
    organisations = tuple(submitted)
    counted = [_count(question, organisations) for question in questionnaire.questions_in(variant)]
    below = [each for each in counted if each.below]
    return tuple(sorted(below, key=lambda each: (-each.below, each.of)))


def _count(question: Question, organisations: tuple[SubmittedLevels, ...]) -> BelowTarget:
    id, letter = question.id, question.domain_letter
    # Equal pairs are judged once: organisations are many, and there are few choices and targets.
    pairs = Counter(
        [(each.answers[id].choice, each.targets[letter]) for each in organisations if id in each.answers]
    )
    counted = [(Answer(choice), target, times) for (choice, target), times in pairs.items()]
    applying = [each for each in counted if each[0].applies]
    return BelowTarget(
        question=question,
        below=sum(times for answer, target, times in applying if answer.points < target),
        of=sum(times for _answer, _target, times in applying),
        unknown=sum(times for answer, _target, times in applying if answer.is_unknown),
    )
