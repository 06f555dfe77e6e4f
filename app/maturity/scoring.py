"""Domain scores, overall readiness and the gates that cap its level (docs/method.md section 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.answers import Assessment
from app.maturity.level import Level, level_of
from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.maturity.score import Score

# A gate passes from level 2 on; below it, no overall level above Defined can be claimed.
GATE_MINIMUM = Level.DEFINED
CAPPED_LEVEL = Level.DEFINED


@dataclass(frozen=True, slots=True)
class DomainScore:
    """A domain's score with the sum it comes from.

    ``applicable`` counts applicable answered questions and ``asked`` the questions of the variant. Without an
    applicable answered question there is neither score nor level.
    """

    domain: Domain
    points: int
    applicable: int
    answered: int
    asked: int

    @property
    def score(self) -> Score | None:
        """Give 100 × points / (4 × applicable), if anything applies."""
        return Score(Fraction(100 * self.points, self.maximum_points)) if self.applicable else None

    @property
    def level(self) -> Level | None:
        """Give the level of the score, if there is one."""
        return level_of(self.score.exact) if self.score else None

    @property
    def maximum_points(self) -> int:
        """Give the points that the applicable questions could reach."""
        return Level.PROVEN * self.applicable

    @property
    def rests_on_few_questions(self) -> bool:
        """Say whether fewer than half of the domain's questions carry the score."""
        return 0 < 2 * self.applicable < self.asked


@dataclass(frozen=True, slots=True)
class Overall:
    """Overall readiness, its level, and the gates that cap it."""

    score: Score | None
    level: Level | None
    uncapped_level: Level | None
    failing_gates: tuple[Question, ...]

    @property
    def is_capped(self) -> bool:
        """Say whether the gates lower the level, rather than merely stand open."""
        return self.level != self.uncapped_level


def domain_score(domain: Domain, questionnaire: Questionnaire, assessment: Assessment) -> DomainScore:
    """Score one domain over its applicable answered questions."""
    asked = questionnaire.questions_in(assessment.profile.variant, domain.letter)
    answers = [assessment.answer(question) for question in asked]
    return DomainScore(
        domain=domain,
        points=sum(answer.points for answer in answers if answer.applies),
        applicable=sum(answer.applies for answer in answers),
        answered=sum(answer.is_given for answer in answers),
        asked=len(asked),
    )


def is_failing_gate(question: Question, assessment: Assessment) -> bool:
    """Say whether a gate stands at level 0, 1, unknown or unanswered."""
    answer = assessment.answer(question)
    return question.gate and (answer.applies or not answer.is_given) and answer.points < GATE_MINIMUM


def overall(domains: Sequence[DomainScore], asked: Sequence[Question], assessment: Assessment) -> Overall:
    """Average the domains that have a score, and cap the level while a gate fails."""
    scores = [domain.score.exact for domain in domains if domain.score]
    failing = tuple(question for question in asked if is_failing_gate(question, assessment))
    if not scores:
        return Overall(None, None, None, failing)
    mean = sum(scores, Fraction(0)) / len(scores)
    uncapped = level_of(mean)
    level = min(uncapped, CAPPED_LEVEL) if failing else uncapped
    return Overall(Score(mean), level, uncapped, failing)
