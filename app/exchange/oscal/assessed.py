"""What the OSCAL files of one assessment are written from, and the names of its parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from app.exchange.oscal.entries import identify
from app.maturity.answers import Answer
from app.maturity.outlook.next_step import due_day
from app.maturity.plan.plan import Plan
from app.maturity.questionnaire import Question
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording


@dataclass(frozen=True)
class AssessedContent:
    """Results with the plan, in one language.

    ``id`` names the assessment, also in later files of it; ``made_on`` is the day of completion or, before
    it, of the latest evidence. Without ``shows_answers`` there are no comments and no evidence.
    """

    card: Scorecard
    wording: Wording = field(repr=False)
    id: str
    made_on: date
    plan: Plan = field(default=(), repr=False)
    shows_answers: bool = True

    @cached_property
    def uuid(self) -> UUID:
        """Return what names the assessment through all its rounds."""
        return identify("assessment", self.id)

    def name(self, *path: str) -> str:
        """Return the UUID of a thing that lasts longer than a round: the organisation, a risk, an action."""
        return str(identify(*path, within=self.uuid))

    def name_today(self, *path: str) -> str:
        """Return the UUID of a thing that belongs to these results: an observation, a finding."""
        return self.name(self.made_on.isoformat(), self.card.assessment.profile.variant, *path)

    @property
    def answered(self) -> Iterator[tuple[Question, Answer]]:
        """Yield the questions that have an answer, in the order of the questionnaire."""
        assessment = self.card.assessment
        for question in self.card.questionnaire.questions_in(assessment.profile.variant):
            answer = assessment.answer(question)
            if answer.is_given:
                yield question, answer

    @cached_property
    def recommended(self) -> dict[str, Recommendation]:
        """Return the recommendations by the id of their practice, in the order of rank."""
        return {each.question.id: each for each in self.card.recommendations}

    def due(self, recommendation: Recommendation) -> date | None:
        """Return the day by which a recommendation is due, or None while there is no day of completion."""
        done = self.card.completed_on
        return due_day(recommendation, self.card, done) if done else None

    def heading(self, question: Question) -> str:
        """Return the id and the name of a practice."""
        return f"{question.id} {self.wording.text(question.name)}"
