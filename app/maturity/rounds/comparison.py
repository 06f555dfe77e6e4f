"""Two rounds of one variant, compared like for like: on the questions that both can answer for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.answers import Answer
from app.maturity.level import Level
from app.maturity.questionnaire import Domain, Question
from app.maturity.rounds.change import Change
from app.maturity.rounds.round import RoundAnswers
from app.maturity.rounds.shared_questions import NotCompared, SharedQuestion, asked, pair_questions
from app.maturity.score import Score


@dataclass(frozen=True, slots=True)
class LikeForLike:
    """The scores of two rounds over their shared questions alone."""

    before: Score
    after: Score

    @property
    def change(self) -> Change:
        """Return the exact difference; rounded, it may differ from that of the rounded scores."""
        return Change(self.after.exact - self.before.exact)


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A level as each round printed it, over all its own questions; None without a score."""

    before: Level | None
    after: Level | None

    @property
    def steps(self) -> int:
        """Return the levels gained, or lost if negative; 0 if a round has none."""
        return self.after - self.before if self.before is not None and self.after is not None else 0


@dataclass(frozen=True, slots=True)
class DomainComparison:
    """A domain of the newer version; without a shared question it has no scores."""

    domain: Domain
    compared: int
    asked: int
    scores: LikeForLike | None
    level: LevelChange

    @property
    def change(self) -> Change | None:
        """Return the like-for-like change, or None without a shared question."""
        return self.scores.change if self.scores else None


@dataclass(frozen=True, slots=True)
class MovedQuestion:
    """A shared question with another level, and the points of overall readiness that it brought or cost."""

    question: Question
    before: Answer
    after: Answer
    points: Change


@dataclass(frozen=True)
class RoundComparison:
    """What changed from one round to a newer one of the same variant.

    ``asked`` counts the questions that the newer round asks: the shared ones and those ``not_compared``.
    Questions ``no_longer_asked`` are those of the earlier round alone. The points of ``moved`` sum exactly to
    the change of ``overall``, which is None without a shared question. Gates are compared if they are shared
    questions and gates in both versions. ``level`` is the overall one, capped.
    """

    asked: int
    shared: tuple[SharedQuestion, ...]
    not_compared: tuple[tuple[Question, NotCompared], ...]
    no_longer_asked: tuple[Question, ...]
    overall: LikeForLike | None
    level: LevelChange
    domains: tuple[DomainComparison, ...]
    moved: tuple[MovedQuestion, ...]
    gates_met: tuple[Question, ...]
    gates_missing: tuple[Question, ...]
    versions_differ: bool

    @property
    def compared(self) -> int:
        """Return the number of shared questions."""
        return len(self.shared)

    @property
    def change(self) -> Change | None:
        """Return the like-for-like change of overall readiness, or None without a shared question."""
        return self.overall.change if self.overall else None

    @property
    def gained_most(self) -> tuple[Domain, ...]:
        """Return the domain that gained most like for like: several if equal, none if no domain gained."""
        return self._furthest(1)

    @property
    def lost_most(self) -> tuple[Domain, ...]:
        """Return the domain that lost most like for like: several if equal, none if no domain lost."""
        return self._furthest(-1)

    def _furthest(self, sign: int) -> tuple[Domain, ...]:
        points = {each.domain.letter: sign * each.change.exact for each in self.domains if each.change}
        most = max(points.values(), default=Fraction(0))
        return tuple(
            each.domain for each in self.domains if most > 0 and points.get(each.domain.letter) == most
        )


def compare_rounds(before: RoundAnswers, after: RoundAnswers) -> RoundComparison:
    """Compare a round with a newer one, or raise ValueError if their variants differ."""
    if before.assessment.profile.variant != after.assessment.profile.variant:
        raise ValueError("a quick check and a full assessment are not compared")
    pairs = tuple(pair_questions(before, after))
    shared = tuple(pair for _, pair in pairs if isinstance(pair, SharedQuestion))
    groups = _group_by_domain(shared)
    asked_now = {question.id for question, _ in pairs}
    gates = [each for each in shared if each.is_gate]
    return RoundComparison(
        asked=len(pairs),
        shared=shared,
        not_compared=tuple((question, pair) for question, pair in pairs if isinstance(pair, NotCompared)),
        no_longer_asked=tuple(each for each in asked(before) if each.id not in asked_now),
        overall=_mean([_score(group) for group in groups.values()]) if groups else None,
        level=LevelChange(before.scores.level, after.scores.level),
        domains=tuple(
            _compare_domain(each, groups.get(each.letter, []), before, after)
            for each in after.questionnaire.domains
        ),
        moved=tuple(_move(each, groups) for each in shared if each.steps),
        gates_met=tuple(each.question for each in gates if each.met_after and not each.met_before),
        gates_missing=tuple(each.question for each in gates if each.met_before and not each.met_after),
        versions_differ=before.assessment.version != after.assessment.version,
    )


def _group_by_domain(shared: Sequence[SharedQuestion]) -> dict[str, list[SharedQuestion]]:
    """Return the shared questions by the letter of their domain in the newer version."""
    groups: dict[str, list[SharedQuestion]] = {}
    for each in shared:
        groups.setdefault(each.question.domain_letter, []).append(each)
    return groups


def _score(group: Sequence[SharedQuestion]) -> LikeForLike:
    maximum = Level.PROVEN * len(group)
    before, after = sum(each.before.points for each in group), sum(each.after.points for each in group)
    return LikeForLike(Score(Fraction(100 * before, maximum)), Score(Fraction(100 * after, maximum)))


def _mean(scores: Sequence[LikeForLike]) -> LikeForLike:
    before = sum((each.before.exact for each in scores), Fraction(0))
    after = sum((each.after.exact for each in scores), Fraction(0))
    return LikeForLike(Score(before / len(scores)), Score(after / len(scores)))


def _compare_domain(
    domain: Domain, group: Sequence[SharedQuestion], before: RoundAnswers, after: RoundAnswers
) -> DomainComparison:
    printed = [each.scores.domains.get(domain.letter) for each in (before, after)]
    return DomainComparison(
        domain=domain,
        compared=len(group),
        asked=len(after.questionnaire.questions_in(after.assessment.profile.variant, domain.letter)),
        scores=_score(group) if group else None,
        level=LevelChange(*(each.level if each else None for each in printed)),
    )


def _move(each: SharedQuestion, groups: Mapping[str, Sequence[SharedQuestion]]) -> MovedQuestion:
    maximum = Level.PROVEN * len(groups[each.question.domain_letter]) * len(groups)
    return MovedQuestion(each.question, each.before, each.after, Change(Fraction(100 * each.steps, maximum)))
