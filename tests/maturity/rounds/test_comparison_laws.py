"""Laws of the comparison of two rounds, over random pairs of rounds and of versions."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue import loader
from app.config import ROOT
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.comparison import LikeForLike, compare_rounds
from app.maturity.rounds.round import RoundAnswers, round_answers
from app.maturity.scorecard import build
from app.maturity.scoring import DomainScore
from tests.build import an_answer
from tests.maturity.rounds import reference_comparison as reference
from tests.maturity.rounds.build import NEW, OLD, a_card
from tests.maturity.rounds.reference_comparison import PlainRound

FIRST, SECOND = (loader.load(ROOT / "questionnaires" / name) for name in ("readiness-1.0", "readiness"))
PAIRS = [(OLD, OLD), (OLD, NEW), (NEW, OLD), (FIRST, FIRST), (FIRST, SECOND), (SECOND, SECOND)]
CHOICES = (None, "unknown", "not_applicable", "0", "1", "2", "3", "4")


@dataclass(frozen=True)
class Rounds:
    """Two rounds of one variant, shown in a failure by their versions and choices alone."""

    before: RoundAnswers = field(repr=False)
    after: RoundAnswers = field(repr=False)

    @property
    def both(self) -> tuple[RoundAnswers, RoundAnswers]:
        return self.before, self.after

    def __str__(self) -> str:
        return " / ".join(f"{each.questionnaire.version} {plain(each).choices}" for each in self.both)

    __repr__ = __str__


@st.composite
def some_rounds(draw: st.DrawFn) -> Rounds:
    """Draw two rounds of one variant: levels, unknown, not applicable and unanswered, and answers outside."""
    variant = draw(st.sampled_from(["full", "quick"]))
    before, after = draw(st.sampled_from(PAIRS))
    return Rounds(_draw_round(draw, before, variant), _draw_round(draw, after, variant))


def _draw_round(draw: st.DrawFn, questionnaire: Questionnaire, variant: str) -> RoundAnswers:
    # A short list, repeated with another step, is drawn many times faster than 46 choices.
    drawn = draw(st.lists(st.sampled_from(CHOICES), min_size=3, max_size=11))
    step = draw(st.integers(1, 7))
    chosen = {
        each.id: an_answer(choice)
        for place, each in enumerate(questionnaire.questions_in("full"))
        if (choice := drawn[place * step % len(drawn)]) in each.choices
    }
    return round_answers(a_card(chosen, questionnaire, variant=variant))


def plain(round_: RoundAnswers) -> PlainRound:
    questions = round_.questionnaire.questions_in(round_.assessment.profile.variant)
    given = {id: each.choice for id, each in round_.assessment.answers.items() if each.choice is not None}
    return PlainRound(
        {each.id: each.domain_letter for each in questions},
        frozenset(each.id for each in questions if each.gate),
        given,
    )


def exact(scores: LikeForLike | None) -> tuple[Fraction, Fraction] | None:
    return (scores.before.exact, scores.after.exact) if scores else None


@given(some_rounds())
def test_the_points_of_what_moved_sum_to_the_change(rounds: Rounds) -> None:
    comparison = compare_rounds(rounds.before, rounds.after)

    total = sum((each.points.exact for each in comparison.moved), Fraction(0))

    assert total == (comparison.change.exact if comparison.change else 0)


@settings(max_examples=300)
@given(some_rounds())
def test_a_second_implementation_finds_the_same(rounds: Rounds) -> None:
    comparison = compare_rounds(rounds.before, rounds.after)
    before, after = (plain(each) for each in rounds.both)

    assert [each.question.id for each in comparison.shared] == reference.shared_ids(before, after)
    assert comparison.asked == len(after.letters)
    assert exact(comparison.overall) == reference.scores(before, after)
    for each in comparison.domains:
        assert exact(each.scores) == reference.scores(before, after, each.domain.letter)
    found = {each.question.id: each.points.exact for each in comparison.moved}
    assert found == reference.moved(before, after)
    met, missing = reference.gates(before, after)
    assert [question.id for question in comparison.gates_met] == met
    assert [question.id for question in comparison.gates_missing] == missing
    if comparison.change:
        assert comparison.change.rounded == reference.rounded(comparison.change.exact)


@given(some_rounds())
def test_like_for_like_scores_are_those_of_a_scorecard_of_the_shared_questions(
    rounds: Rounds,
) -> None:
    comparison = compare_rounds(rounds.before, rounds.after)
    newer = rounds.after

    for number, each in enumerate(rounds.both):
        shared = {pair.question.id: (pair.before, pair.after)[number] for pair in comparison.shared}
        card = build(newer.questionnaire, replace(newer.assessment, answers=shared), completed=True)

        scores = comparison.overall and (comparison.overall.before, comparison.overall.after)[number]
        assert card.overall.score == scores
        assert [_score(domain) for domain in card.domains] == [
            (pair[number] if (pair := exact(domain.scores)) else None) for domain in comparison.domains
        ]
        assert {id: each.assessment.answers[id] for id in shared} == shared


def _score(domain: DomainScore) -> Fraction | None:
    return domain.score.exact if domain.score else None


@given(some_rounds())
def test_every_question_is_shared_or_has_one_reason(rounds: Rounds) -> None:
    before, after = rounds.both
    comparison = compare_rounds(before, after)

    shared = [each.question.id for each in comparison.shared]
    others = [question.id for question, _ in comparison.not_compared]
    asked_before, asked_now = (plain(each).letters.keys() for each in (before, after))

    assert len(shared) + len(others) == comparison.asked
    assert {*shared, *others} == asked_now
    assert {question.id for question in comparison.no_longer_asked} == asked_before - asked_now


@given(some_rounds())
def test_a_round_compared_with_itself_has_not_changed(rounds: Rounds) -> None:
    comparison = compare_rounds(rounds.after, rounds.after)

    assert (comparison.moved, comparison.gates_met, comparison.gates_missing) == ((), (), ())
    assert comparison.change is None or comparison.change.exact == 0
    assert comparison.level.steps == 0
