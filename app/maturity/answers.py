"""What an organisation answered, and who it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.maturity.errors import RefusedAnswerError
from app.maturity.level import Level
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Question, Questionnaire

COMMENT_LIMIT = 2_000
ORGANISATION_LIMIT = 200
DEFAULT_TARGET = Level.APPLIED
TARGETS = (Level.DEFINED, Level.APPLIED, Level.PROVEN)

ORGANISATION_TYPES = ("prime_contractor", "supplier", "government", "armed_forces", "media", "other")
SIZE_BANDS = ("1_49", "50_249", "250_999", "1000_9999", "10000_plus")
REGIONS = ("europe", "north_america", "asia_pacific", "middle_east_africa", "latin_america")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question: a level ``"0"`` to ``"4"``, unknown, not applicable, or none yet.

    Comment and evidence hold at most 2,000 code points each.
    """

    choice: str | None = None
    comment: str = ""
    evidence: str = ""
    evidence_date: date | None = None

    @property
    def points(self) -> int:
        """Give the level that the answer counts as; what nobody knows counts as level 0."""
        return int(self.choice) if self.choice is not None and self.choice.isdigit() else 0

    @property
    def is_given(self) -> bool:
        """Say whether anything was chosen; a comment alone is no answer."""
        return self.choice is not None

    @property
    def is_unknown(self) -> bool:
        """Say whether the organisation answered that it does not know."""
        return self.choice == UNKNOWN

    @property
    def applies(self) -> bool:
        """Say whether the answer enters the sums."""
        return self.choice not in (None, NOT_APPLICABLE)

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing to keep at all."""
        return self == Answer()


NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True)
class Profile:
    """Who assesses itself; the name may be empty, the rest is one of the listed values."""

    organisation: str = ""
    organisation_type: str = ""
    size_band: str = ""
    region: str = ""
    variant: str = "full"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One organisation's run through a questionnaire."""

    questionnaire_id: str
    version: str
    profile: Profile
    answers: Mapping[str, Answer] = field(default_factory=dict)
    opinions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    targets: Mapping[str, int] = field(default_factory=dict)
    completed_on: date | None = None

    def answer(self, question: Question) -> Answer:
        """Give the answer to a question, or the empty answer."""
        return self.answers.get(question.id, NO_ANSWER)

    def target(self, letter: str) -> int:
        """Give the level that a domain aims at."""
        return self.targets.get(letter, int(DEFAULT_TARGET))

    @property
    def effective_date(self) -> date | None:
        """Give the day the assessment speaks of: completion, else its latest evidence, else none."""
        dates = [answer.evidence_date for answer in self.answers.values() if answer.evidence_date]
        return self.completed_on or max(dates, default=None)


def with_answer(assessment: Assessment, question: Question, choice: str) -> Assessment:
    """Give the assessment with one answer chosen anew, or raise RefusedAnswerError."""
    if choice not in question.choices:
        raise RefusedAnswerError(f"{question.id}: {choice}")
    changed = replace(assessment.answer(question), choice=choice)
    return replace(assessment, answers={**assessment.answers, question.id: changed})


def unanswered(
    questionnaire: Questionnaire, assessment: Assessment, letter: str | None = None
) -> tuple[Question, ...]:
    """List the questions of the variant that have no answer yet, in questionnaire order."""
    asked = questionnaire.questions_in(assessment.profile.variant, letter)
    return tuple(question for question in asked if not assessment.answer(question).is_given)
