"""Ranked recommendations with their arithmetic, and the roadmap (docs/method.md section 4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from app.maturity.answers import Answer, Assessment
from app.maturity.level import Level
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.scoring import GATE_MINIMUM, DomainScore, is_failing_gate
from app.maturity.survey import Finding
from app.maturity.text import Text

HORIZONS = (30, 90, 180)

_HORIZON_OF_EFFORT = {1: 30, 2: 90, 4: 180}


class Tier(IntEnum):
    """The three parts of the ranking: failing gates, foundations below Defined, all other practices."""

    GATE = 1
    FOUNDATION = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One practice below its domain's target, with its rank from 1 on and the arithmetic of it.

    ``steps`` is target - level. ``importance`` is 1 plus the largest linked share / 100, and ``finding`` is
    that share's. ``priority`` is steps × importance / effort. ``requirements`` are the practices that it
    builds on and that are themselves recommended and below Defined; it stands after those of its own tier.
    ``horizon_days`` are the days within which it is due. ``gain`` is the points of overall readiness that
    reaching the target adds; it has no part in the rank. ``applicable`` counts the applicable answered
    questions of the domain, ``scored_domains`` the domains that have a score.
    """

    rank: int
    question: Question
    answer: Answer
    target: int
    tier: Tier
    steps: int
    importance: Fraction
    priority: Fraction
    finding: Finding | None
    requirements: tuple[Question, ...]
    horizon_days: int
    gain: Fraction
    applicable: int
    scored_domains: int

    @property
    def gate(self) -> bool:
        """Return whether it is a failing gate."""
        return self.tier is Tier.GATE

    @property
    def foundation(self) -> bool:
        """Return whether it ranks as a foundation: one below Defined that is no failing gate."""
        return self.tier is Tier.FOUNDATION

    @property
    def effort(self) -> int:
        """Return the effort to reach level 3: 1 (days), 2 (weeks) or 4 (months)."""
        return self.question.effort

    @property
    def importance_terms(self) -> str:
        """Return the importance as a sum, for example ``1 + 62/100``.

        It is empty without a finding, and for a finding that was published only in words: its share is a
        weight of the method’s own and is never printed.
        """
        if self.finding is None or self.finding.figure.working:
            return ""
        return f"1 + {self.finding.share}/100"

    @property
    def level(self) -> int:
        """Return the level that the answer counts as, 0 to 4."""
        return self.answer.points

    @property
    def actions(self) -> tuple[Text, ...]:
        """Return the actions that lead from today's level to the target, in order."""
        return self.question.actions[self.level : self.target]


def _importance(questionnaire: Questionnaire, question: Question) -> tuple[Fraction, Finding | None]:
    findings = [questionnaire.survey.finding(name) for name in question.findings]
    largest = max(findings, key=lambda finding: finding.share, default=None)
    return (Fraction(100 + largest.share, 100), largest) if largest else (Fraction(1), None)


def recommend(
    questionnaire: Questionnaire, domains: Sequence[DomainScore], assessment: Assessment
) -> tuple[Recommendation, ...]:
    """Return the practices below target, ranked by tier, then priority, then questionnaire order.

    In the last tier no practice stands before its requirements.
    """
    scored = {domain.domain.letter: domain for domain in domains if domain.score}
    below = {
        question.id: question
        for question in questionnaire.questions_in(assessment.profile.variant)
        if _is_below_target(question, assessment)
    }
    requirements = {id: _requirements(question, below, assessment) for id, question in below.items()}
    tiers = {id: _tier(question, assessment) for id, question in below.items()}
    importance = {id: _importance(questionnaire, question) for id, question in below.items()}
    steps = {
        id: assessment.target(question.domain_letter) - assessment.answer(question).points
        for id, question in below.items()
    }
    priority = {id: steps[id] * importance[id][0] / question.effort for id, question in below.items()}
    ranked = sorted(below, key=lambda id: (tiers[id], -priority[id]))
    first = [id for id in ranked if tiers[id] is not Tier.OTHER]
    others = [id for id in ranked if tiers[id] is Tier.OTHER]
    return tuple(
        Recommendation(
            rank=rank,
            question=below[id],
            answer=assessment.answer(below[id]),
            target=assessment.target(below[id].domain_letter),
            tier=tiers[id],
            steps=steps[id],
            importance=importance[id][0],
            priority=priority[id],
            finding=importance[id][1],
            requirements=tuple(below[required] for required in requirements[id]),
            horizon_days=_horizon(id, below, requirements, tiers),
            gain=_gain(steps[id], scored[below[id].domain_letter].applicable, len(scored)),
            applicable=scored[below[id].domain_letter].applicable,
            scored_domains=len(scored),
        )
        for rank, id in enumerate((*first, *_after_requirements(others, requirements)), start=1)
    )


def _is_below_target(question: Question, assessment: Assessment) -> bool:
    answer = assessment.answer(question)
    return answer.applies and answer.points < assessment.target(question.domain_letter)


def _is_low(question: Question, assessment: Assessment) -> bool:
    return assessment.answer(question).points < GATE_MINIMUM


def _requirements(
    question: Question, below: Mapping[str, Question], assessment: Assessment
) -> tuple[str, ...]:
    return tuple(id for id in question.builds_on if id in below and _is_low(below[id], assessment))


def _tier(question: Question, assessment: Assessment) -> Tier:
    if is_failing_gate(question, assessment):
        return Tier.GATE
    return Tier.FOUNDATION if question.foundation and _is_low(question, assessment) else Tier.OTHER


def _gain(steps: int, applicable: int, scored_domains: int) -> Fraction:
    return Fraction(100 * steps, Level.PROVEN * applicable * scored_domains)


def _after_requirements(ranked: Iterable[str], requirements: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return practices in their order, each as early as its requirements among them allow."""
    waiting, placed = list(ranked), list[str]()
    while waiting:
        # ``questionnaire check`` refuses circles, so one of those that wait is always free.
        free = next(id for id in waiting if not set(requirements[id]) & set(waiting))
        waiting.remove(free)
        placed.append(free)
    return placed


def _horizon(
    id: str,
    below: Mapping[str, Question],
    requirements: Mapping[str, tuple[str, ...]],
    tiers: Mapping[str, Tier],
) -> int:
    own = HORIZONS[0] if tiers[id] is Tier.GATE else _HORIZON_OF_EFFORT[below[id].effort]
    return max((own, *(_horizon(each, below, requirements, tiers) for each in requirements[id])))


def build_roadmap(recommendations: Sequence[Recommendation]) -> dict[int, tuple[Recommendation, ...]]:
    """Return the recommendations by the days within which they are due, in rank order."""
    return {days: tuple(each for each in recommendations if each.horizon_days == days) for days in HORIZONS}
