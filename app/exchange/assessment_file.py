"""What an assessment.json holds: the present assessment, the rounds closed before it, and the plan."""

from dataclasses import dataclass, field
from datetime import date

from app.maturity.answers import Assessment
from app.maturity.plan.plan import Plan
from app.maturity.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class RoundInFile:
    """A closed round: what was answered, by which version of the questionnaire, on its day of completion."""

    number: int
    label: str
    assessment: Assessment = field(repr=False)
    questionnaire: Questionnaire = field(repr=False)


@dataclass(frozen=True, slots=True)
class AssessmentFile:
    """An assessment as a file holds it.

    ``number`` and ``label`` are those of the round that the assessment closed or will close, None and empty
    in a file that knows no rounds. ``rounds`` are those closed before it, in the order of their numbers.
    ``review_on`` is the day that the owner chose for the next review.
    """

    assessment: Assessment = field(repr=False)
    questionnaire: Questionnaire = field(repr=False)
    number: int | None = None
    label: str = ""
    rounds: tuple[RoundInFile, ...] = ()
    plan: Plan = field(default=(), repr=False)
    review_on: date | None = None

    @property
    def has_history(self) -> bool:
        """Return whether it holds more than the present assessment."""
        return bool(self.number or self.rounds or self.plan or self.review_on)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the rounds in the file, the present one last."""
        return (*(each.number for each in self.rounds), *((self.number,) if self.number else ()))

    def at_round(self, number: int) -> "AssessmentFile | None":
        """Return the file as it was when a round was closed, without the plan; None for an unknown round."""
        if number == self.number:
            return self
        for place, each in enumerate(self.rounds):
            if each.number == number:
                return AssessmentFile(
                    each.assessment, each.questionnaire, number, each.label, self.rounds[:place]
                )
        return None
