"""The answers of an organisation, its profile and its assessment (docs/method.md section 1)."""

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
    """The answer to one question.

    ``choice`` is a level ``"0"`` to ``"4"``, ``"unknown"``, ``"not_applicable"``, or None for no answer yet.
    Comment and evidence hold at most ``COMMENT_LIMIT`` code points each. A ``carried`` answer is that of the
    last round and not confirmed yet: it counts in every score, and not towards completeness. It is
    ``reworded`` if its question was worded otherwise when it was given, and is then confirmed by itself.
    """

    choice: str | None = None
    comment: str = ""
    evidence: str = ""
    evidence_date: date | None = None
    carried: bool = False
    reworded: bool = False

    @property
    def points(self) -> int:
        """Return the level that the answer counts as, 0 to 4; unknown counts as 0."""
        return int(self.choice) if self.choice is not None and self.choice.isdigit() else 0

    @property
    def is_given(self) -> bool:
        """Return whether a choice is made; a comment alone is no answer."""
        return self.choice is not None

    @property
    def is_confirmed(self) -> bool:
        """Return whether a choice is made in this round, or carried into it and confirmed."""
        return self.is_given and not self.carried

    @property
    def is_unknown(self) -> bool:
        """Return whether the choice is unknown."""
        return self.choice == UNKNOWN

    @property
    def applies(self) -> bool:
        """Return whether the answer enters the sums: there is a choice, and it is not "not applicable"."""
        return self.choice not in (None, NOT_APPLICABLE)

    @property
    def is_blank(self) -> bool:
        """Return whether choice, comment and evidence are all empty."""
        return not (self.choice or self.comment or self.evidence or self.evidence_date)


NO_ANSWER = Answer()


def confirmed(answer: Answer) -> Answer:
    """Return an answer as one of this round."""
    return replace(answer, carried=False, reworded=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """The organisation that assesses itself.

    ``organisation`` is its name, free text that may be empty. The other fields hold one of
    ``ORGANISATION_TYPES``, ``SIZE_BANDS`` and ``REGIONS``, and the id of a variant.
    """

    organisation: str = ""
    organisation_type: str = ""
    size_band: str = ""
    region: str = ""
    variant: str = "full"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One organisation's run through a questionnaire.

    Answers are held by question id, opinions as tokens by opinion id, targets as levels by domain letter.
    ``completed_on`` is the day of completion in UTC, or None while the result is interim.
    """

    questionnaire_id: str
    version: str
    profile: Profile
    answers: Mapping[str, Answer] = field(default_factory=dict)
    opinions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    targets: Mapping[str, int] = field(default_factory=dict)
    completed_on: date | None = None

    def answer(self, question: Question) -> Answer:
        """Return the answer to a question, or an empty answer."""
        return self.answers.get(question.id, NO_ANSWER)

    def target(self, letter: str) -> int:
        """Return the target level of a domain, 2 to 4; without one of its own it is ``DEFAULT_TARGET``."""
        return self.targets.get(letter, int(DEFAULT_TARGET))

    @property
    def effective_date(self) -> date | None:
        """Return the day of completion, else the day of the latest evidence, else None."""
        dates = [answer.evidence_date for answer in self.answers.values() if answer.evidence_date]
        return self.completed_on or max(dates, default=None)


def with_answer(assessment: Assessment, question: Question, choice: str) -> Assessment:
    """Return the assessment with another choice for one question; to choose is to confirm.

    Raises RefusedAnswerError for a choice that the question does not have.
    """
    if choice not in question.choices:
        raise RefusedAnswerError(f"{question.id}: {choice}")
    changed = confirmed(replace(assessment.answer(question), choice=choice))
    return replace(assessment, answers={**assessment.answers, question.id: changed})


def unanswered(
    questionnaire: Questionnaire, assessment: Assessment, letter: str | None = None
) -> tuple[Question, ...]:
    """Return the questions of the variant, or of one domain in it, that have no confirmed answer."""
    questions = questionnaire.questions_in(assessment.profile.variant, letter)
    return tuple(question for question in questions if not assessment.answer(question).is_confirmed)


def carried(
    questionnaire: Questionnaire, assessment: Assessment, letter: str | None = None
) -> tuple[Question, ...]:
    """Return the questions of the variant, or of one domain in it, whose answer is still to be confirmed."""
    questions = questionnaire.questions_in(assessment.profile.variant, letter)
    return tuple(question for question in questions if assessment.answer(question).carried)
