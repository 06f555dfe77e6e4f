"""Domain scores, overall readiness, and the gates that cap its level (docs/method.md section 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.answers import Assessment
from app.maturity.level import Level, level_of
from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.maturity.score import Score

# A gate passes from level 2 on. While one fails, the overall level is at most Defined.
GATE_MINIMUM = Level.DEFINED
CAPPED_LEVEL = Level.DEFINED


@dataclass(frozen=True, slots=True)
class DomainScore:
    """A domain's score with the sum that it comes from.

    ``points`` is the sum of the levels over ``applicable`` questions, those answered with another choice than
    not applicable; ``answered`` counts the confirmed answers and ``asked`` the questions of the variant. If
    ``applicable`` is 0 there is neither score nor level.
    """

    domain: Domain
    points: int
    applicable: int
    answered: int
    asked: int

    @property
    def score(self) -> Score | None:
        """Return 100 × points / (4 × applicable), or None if no question applies."""
        return Score(Fraction(100 * self.points, self.maximum_points)) if self.applicable else None

    @property
    def level(self) -> Level | None:
        """Return the level of the score, or None without a score."""
        return level_of(self.score.exact) if self.score else None

    @property
    def maximum_points(self) -> int:
        """Return the most points that the applicable questions can reach."""
        return Level.PROVEN * self.applicable

    @property
    def rests_on_few_questions(self) -> bool:
        """Return whether the score comes from fewer than half of the domain's questions."""
        return 0 < 2 * self.applicable < self.asked


@dataclass(frozen=True, slots=True)
class Overall:
    """Overall readiness, its level, and the gates that fail.

    Score and levels are None while no domain has a score. ``uncapped_level`` is the level without the gates.
    """

    score: Score | None
    level: Level | None
    uncapped_level: Level | None
    failing_gates: tuple[Question, ...]

    @property
    def is_capped(self) -> bool:
        """Return whether the failing gates lower the level; gates also fail where the level is low anyway."""
        return self.level != self.uncapped_level

    @property
    def cap(self) -> Level | None:
        """Return the level at which the failing gates hold the overall level, or None if they do not."""
        return self.level if self.is_capped else None


def domain_score(domain: Domain, questionnaire: Questionnaire, assessment: Assessment) -> DomainScore:
    """Score one domain over its applicable answered questions."""
    questions = questionnaire.questions_in(assessment.profile.variant, domain.letter)
    answers = [assessment.answer(question) for question in questions]
    return DomainScore(
        domain=domain,
        points=sum(answer.points for answer in answers if answer.applies),
        applicable=sum(answer.applies for answer in answers),
        answered=sum(answer.is_confirmed for answer in answers),
        asked=len(questions),
    )


def is_failing_gate(question: Question, assessment: Assessment) -> bool:
    """Return whether a question is a gate and its answer is level 0 or 1, unknown or missing."""
    answer = assessment.answer(question)
    return question.gate and (answer.applies or not answer.is_given) and answer.points < GATE_MINIMUM


def overall(domains: Sequence[DomainScore], questions: Sequence[Question], assessment: Assessment) -> Overall:
    """Return the mean of the domain scores, its level capped at Defined while a gate fails."""
    scores = [domain.score.exact for domain in domains if domain.score]
    failing = tuple(question for question in questions if is_failing_gate(question, assessment))
    if not scores:
        return Overall(None, None, None, failing)
    mean = sum(scores, Fraction(0)) / len(scores)
    uncapped = level_of(mean)
    level = min(uncapped, CAPPED_LEVEL) if failing else uncapped
    return Overall(Score(mean), level, uncapped, failing)
