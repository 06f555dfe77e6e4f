"""A programme’s comparison equals an independent implementation over random programmes, and keeps laws."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.maturity.answers import Answer
from app.maturity.programme.distribution import Distribution
from app.maturity.programme.programme import Organisation
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.maturity.programme.submission import DEPTHS, LEVELS, Submission
from app.maturity.rounds.comparison import compare_rounds
from tests.build import an_answer
from tests.maturity.programme import reference_programme as reference
from tests.maturity.programme.build import a_programme, a_submission, an_organisation
from tests.maturity.strategies import QUESTIONNAIRE

LETTERS = [each.letter for each in QUESTIONNAIRE.domains]


@st.composite
def submissions(draw: st.DrawFn, variant: str, number: int) -> tuple[Submission, dict[str, Any]]:
    """Draw a submission, and its answers, targets and depth as plain values."""
    asked = QUESTIONNAIRE.questions_in(variant)
    choices = {each.id: draw(st.sampled_from(each.choices)) for each in asked}
    targets = {letter: draw(st.sampled_from([2, 3, 4])) for letter in LETTERS}
    depth = draw(st.sampled_from(DEPTHS))
    given_ = {id: an_answer(choice) for id, choice in choices.items()}
    submission = a_submission(
        given_, depth=depth, number=number, variant=variant, questionnaire=QUESTIONNAIRE, targets=targets
    )
    plain = {id: int(choice) if choice.isdigit() else choice for id, choice in choices.items()}
    return submission, {"answers": plain, "targets": targets, "depth": depth}


@st.composite
def programmes(draw: st.DrawFn) -> tuple[Comparison, list[list[dict[str, Any]]]]:
    """Draw a comparison of up to seven organisations, and the same as plain values."""
    variant = draw(st.sampled_from(["full", "quick"]))
    organisations: list[Organisation] = []
    plain: list[list[dict[str, Any]]] = []
    for place in range(draw(st.integers(0, 7))):
        drawn = [draw(submissions(variant, number + 1)) for number in range(draw(st.integers(0, 3)))]
        organisations.append(an_organisation(f"O{place}", *(each for each, _values in drawn)))
        if drawn:
            plain.append([values for _each, values in drawn])
    programme = a_programme(*organisations, variant=variant)
    return side_by_side(programme, QUESTIONNAIRE), plain


def shown(distribution: Distribution) -> Mapping[str, Any]:
    return {
        "scores": [each.exact for each in distribution.scores],
        "mean": distribution.mean and distribution.mean.exact,
        "median": distribution.median and distribution.median.exact,
    }


@given(programmes())
def test_every_distribution_equals_the_reference(
    drawn: tuple[Comparison, list[list[dict[str, Any]]]],
) -> None:
    comparison, plain = drawn
    scores = [reference.domain_scores(each[-1]["answers"]) for each in plain]

    overall = [found for each in scores if (found := reference.mean(each)) is not None]
    assert shown(comparison.overall) == reference.spread(overall)
    for each in comparison.distributions:
        assert each.domain is not None
        letter = each.domain.letter
        assert shown(each) == reference.spread([found[letter] for found in scores if letter in found])
        assert len(each.scores) + each.without_score == len(plain)
        assert sum(each.levels.values()) == len(each.scores)


@given(programmes())
def test_practices_below_target_equal_the_reference(
    drawn: tuple[Comparison, list[list[dict[str, Any]]]],
) -> None:
    comparison, plain = drawn
    newest = [each[-1] for each in plain]
    with_levels = [(each["answers"], each["targets"]) for each in newest if each["depth"] == LEVELS]
    asked = [each.id for each in QUESTIONNAIRE.questions_in(comparison.programme.variant)]

    found = [(each.question.id, each.below, each.of) for each in comparison.below_target]

    assert found == reference.below(with_levels, asked)
    assert comparison.with_levels == len(with_levels)


@given(programmes())
def test_every_change_equals_the_reference(drawn: tuple[Comparison, list[list[dict[str, Any]]]]) -> None:
    comparison, plain = drawn

    for row, values in zip(comparison.submitted, plain, strict=True):
        if len(values) == 1:
            assert row.change is None
            continue
        assert row.change is not None
        earlier, newest = values[-2], values[-1]
        overall = row.change.overall and row.change.overall.exact
        domains = {letter: each.exact for letter, each in row.change.domains.items() if each}
        both = earlier["depth"] == newest["depth"] == LEVELS
        assert row.change.like_for_like == both
        if both:
            expected = reference.change(earlier["answers"], newest["answers"])
        else:
            old, new = (reference.domain_scores(each["answers"]) for each in (earlier, newest))
            whole_old, whole_new = reference.mean(old), reference.mean(new)
            difference = None if whole_old is None or whole_new is None else whole_new - whole_old
            expected = (
                difference,
                {each: new[each] - old[each] for each in LETTERS if each in old and each in new},
            )
        assert (overall, domains) == expected


@given(programmes())
def test_a_like_for_like_change_is_that_of_two_rounds(
    drawn: tuple[Comparison, list[list[dict[str, Any]]]],
) -> None:
    comparison, _plain = drawn

    for row in comparison.submitted:
        if row.change is None or not row.change.like_for_like:
            continue
        before, after = (each.round_answers(QUESTIONNAIRE) for each in (row.change.since, row.submission))
        assert before is not None
        assert after is not None
        rounds = compare_rounds(before, after)
        assert row.change.overall == rounds.change
        assert row.change.domains == {each.domain.letter: each.change for each in rounds.domains}
        assert (row.change.compared, row.change.asked) == (rounds.compared, rounds.asked)


@given(programmes())
def test_mean_and_median_lie_between_the_lowest_and_the_highest_score(
    drawn: tuple[Comparison, list[list[dict[str, Any]]]],
) -> None:
    for each in (drawn[0].overall, *drawn[0].distributions):
        if each.mean and each.median and each.lowest and each.highest:
            for value in (each.mean.exact, each.median.exact):
                assert Fraction(0) <= each.lowest.exact <= value <= each.highest.exact <= Fraction(100)


def test_an_answer_that_does_not_apply_has_no_points_to_compare() -> None:
    submission = a_submission({"G3": Answer("not_applicable")}, number=2)
    row = side_by_side(
        a_programme(an_organisation("A", a_submission(), submission)), QUESTIONNAIRE
    ).submitted[0]

    assert row.change is not None
    assert (row.change.compared, row.change.asked) == (7, 8)
