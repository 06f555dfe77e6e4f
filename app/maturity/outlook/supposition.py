"""The what-if: the scores that would result if some recommendations were carried out."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.level import Level
from app.maturity.questionnaire import Question
from app.maturity.score import Score
from app.maturity.scorecard import Scorecard, build, what_if


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score now and as supposed; both are None without an applicable answer."""

    now: Score | None
    then: Score | None

    @property
    def points(self) -> Fraction:
        """Return the exact difference in points, 0 without scores."""
        return self.then.exact - self.now.exact if self.now and self.then else Fraction(0)


@dataclass(frozen=True, slots=True)
class Supposition:
    """A scorecard now, and the one that would result if the questions ``reached`` were at their target."""

    reached: tuple[Question, ...]
    now: Scorecard
    then: Scorecard

    @property
    def overall(self) -> ScoreChange:
        """Return the change of overall readiness."""
        return ScoreChange(self.now.overall.score, self.then.overall.score)

    @property
    def domains(self) -> tuple[ScoreChange, ...]:
        """Return the change of each domain, in questionnaire order."""
        pairs = zip(self.now.domains, self.then.domains, strict=True)
        return tuple(ScoreChange(now.score, then.score) for now, then in pairs)

    @property
    def level_rises_to(self) -> Level | None:
        """Return the supposed overall level if it is higher than today's, else None."""
        now, then = self.now.overall.level, self.then.overall.level
        return then if now is not None and then is not None and then > now else None

    @property
    def gates_met(self) -> tuple[Question, ...]:
        """Return the gates that fail now and would no longer fail."""
        return tuple(
            each for each in self.now.overall.failing_gates if each not in self.then.overall.failing_gates
        )


def suppose(card: Scorecard, reached: Iterable[str]) -> Supposition:
    """Return a scorecard beside the one with the questions of some ids at their domain's target."""
    ids = tuple(reached)
    assessment = what_if(card.questionnaire, card.assessment, ids)
    questions = tuple(card.questionnaire.question(id) for id in ids)
    return Supposition(questions, card, build(card.questionnaire, assessment, completed=card.complete))
