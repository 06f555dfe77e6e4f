"""Ranked recommendations with their arithmetic, and the roadmap (docs/method.md section 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from app.maturity.answers import Answer, Assessment
from app.maturity.level import Level
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.scoring import DomainScore, is_failing_gate
from app.maturity.survey import Finding
from app.maturity.text import Text

HORIZONS = (30, 90, 180)

_HORIZON_OF_EFFORT = {1: 30, 2: 90, 4: 180}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One practice below its domain's target, with its rank from 1 on and the arithmetic of it.

    ``gain`` is the points of overall readiness that reaching the target adds. ``importance`` is 1 plus the
    largest linked share / 100, and ``finding`` is that share's. ``priority`` is gain × importance / effort.
    ``gate`` is true for a failing gate. ``applicable`` counts the applicable answered questions of the
    domain, ``scored_domains`` the domains that have a score.
    """

    rank: int
    question: Question
    answer: Answer
    target: int
    gate: bool
    gain: Fraction
    importance: Fraction
    priority: Fraction
    finding: Finding | None
    applicable: int
    scored_domains: int

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
    def horizon_days(self) -> int:
        """Return the days within which it is due: 30 for a failing gate, else 30, 90 or 180 by effort."""
        return HORIZONS[0] if self.gate else _HORIZON_OF_EFFORT[self.effort]

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
    """Return the practices below target, ranked: failing gates first, then the highest priority first.

    Equals stay in questionnaire order.
    """
    scored = {domain.domain.letter: domain for domain in domains if domain.score}
    unranked = []
    for question in questionnaire.questions_in(assessment.profile.variant):
        answer = assessment.answer(question)
        target = assessment.target(question.domain_letter)
        if answer.applies and answer.points < target:
            applicable = scored[question.domain_letter].applicable
            gain = Fraction(100 * (target - answer.points), Level.PROVEN * applicable * len(scored))
            importance, finding = _importance(questionnaire, question)
            gate = is_failing_gate(question, assessment)
            priority = gain * importance / question.effort
            with_rank = partial(
                Recommendation,
                question=question,
                answer=answer,
                target=target,
                gate=gate,
                gain=gain,
                importance=importance,
                priority=priority,
                finding=finding,
                applicable=applicable,
                scored_domains=len(scored),
            )
            unranked.append(((not gate, -priority), with_rank))
    unranked.sort(key=lambda each: each[0])
    return tuple(with_rank(rank=rank) for rank, (_, with_rank) in enumerate(unranked, start=1))


def build_roadmap(recommendations: Sequence[Recommendation]) -> dict[int, tuple[Recommendation, ...]]:
    """Return the recommendations by the days within which they are due, in rank order."""
    return {days: tuple(each for each in recommendations if each.horizon_days == days) for days in HORIZONS}
