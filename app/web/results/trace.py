"""The way from answers to scores: the points of every domain, and the mean of the domains."""

from dataclasses import dataclass

from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import DomainScore


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One question with its answer, which may count or not."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class DomainTrace:
    """A domain's answers and the sum of their points, as terms: ``2 + 1 + 3``."""

    score: DomainScore
    lines: tuple[TraceLine, ...]

    @property
    def terms(self) -> str:
        """Return the points of the answers that count, joined by plus signs."""
        return " + ".join(str(line.answer.points) for line in self.lines if line.answer.applies)


def domain_traces(card: Scorecard) -> tuple[DomainTrace, ...]:
    """Return the answers behind the score of every domain."""
    assessment = card.assessment
    traces = []
    for score in card.domains:
        questions = card.questionnaire.questions_in(assessment.profile.variant, score.domain.letter)
        lines = tuple(TraceLine(question, assessment.answer(question)) for question in questions)
        traces.append(DomainTrace(score, lines))
    return tuple(traces)


def mean_terms(card: Scorecard) -> str:
    """Return the arithmetic of overall readiness, the mean of the domain scores: ``(50 + 325/6) / 2``."""
    scores = [str(each.score.exact) for each in card.domains if each.score]
    return f"({' + '.join(scores)}) / {len(scores)}"
