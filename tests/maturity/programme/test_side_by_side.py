"""Organisations side by side, by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from app.maturity.programme.programme import Organisation
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.maturity.programme.submission import SCORES
from app.maturity.score import Score
from tests.build import answers
from tests.maturity.programme.build import QUESTIONNAIRE, a_programme, a_submission, an_organisation

# G 9 of 12 = 75, C 1 of 4 = 25 (C1 does not apply), E 6 of 12 = 50: overall 50, E3 at level 1 fails.
ALDEBARAN = answers(G1=4, G2=3, G3=2, C1="not_applicable", C2=1, E1=3, E2=2, E3=1)
# G 3 of 12 = 25, C 2 of 4 = 50 (C2 at level 2), E 3 of 12 = 25: overall 100/3.
BELLATRIX = answers(G1=1, G2="unknown", G3=2, C1="not_applicable", E1=1, E2=1, E3=1)


def compared(*organisations: Organisation) -> Comparison:
    return side_by_side(a_programme(*organisations), QUESTIONNAIRE)


def example() -> Comparison:
    return compared(
        an_organisation("Zeta", a_submission(BELLATRIX, targets={"G": 2})),
        an_organisation("École de guerre", a_submission(ALDEBARAN, organisation="École")),
        an_organisation("eagle works", a_submission(depth=SCORES)),
        an_organisation("Capella", state="begun"),
    )


def test_organisations_stand_in_the_order_of_their_labels_without_accents_and_capitals() -> None:
    comparison = example()

    assert [each.label for each in comparison.organisations] == [
        *("Capella", "eagle works", "École de guerre", "Zeta")
    ]
    assert [each.organisation.label for each in comparison.submitted] == [
        *("eagle works", "École de guerre", "Zeta")
    ]
    assert [each.organisation.name for each in comparison.submitted] == ["Bellatrix", "École", "Bellatrix"]


def test_a_distribution_holds_a_score_of_each_organisation_that_has_one() -> None:
    comparison = example()
    content = {each.domain.letter: each for each in comparison.distributions if each.domain}["C"]

    assert content.scores == (Score(Fraction(25)), Score(Fraction(50)), Score(Fraction(50)))
    assert content.without_score == 0
    assert content.mean == Score(Fraction(125, 3))
    assert content.median == Score(Fraction(50))
    assert comparison.overall.scores == (*(Score(Fraction(x)) for x in (Fraction(100, 3), 50, 50)),)


def test_a_domain_without_a_score_has_no_dot_and_is_counted() -> None:
    neither = answers(C1="not_applicable", C2="not_applicable")
    comparison = compared(
        an_organisation("A", a_submission(neither)),
        an_organisation("B", a_submission(answers(C1=1, C2=1))),
        an_organisation("D", a_submission(answers(C1=4, C2=4))),
    )
    content = {each.domain.letter: each for each in comparison.distributions if each.domain}["C"]

    assert content.scores == (Score(Fraction(25)), Score(Fraction(100)))
    assert content.without_score == 1
    # The mean of the middle two, here of all.
    assert content.median == Score(Fraction(125, 2))
    assert {level.key: count for level, count in content.levels.items() if count} == {
        "ad_hoc": 1,
        "proven": 1,
    }


def test_one_score_has_neither_mean_nor_median() -> None:
    one = compared(an_organisation("Zeta", a_submission(BELLATRIX))).overall

    assert (len(one.scores), one.mean, one.median) == (1, None, None)


def test_practices_below_target_leave_out_what_does_not_apply_and_count_unknown_as_below() -> None:
    comparison = example()
    found = {each.question.id: (each.below, each.of, each.unknown) for each in comparison.below_target}

    assert comparison.with_levels == 2
    # Zeta’s target in G is 2, so that its G3 is met; École’s G3 is below 3.
    assert found == {
        "E2": (2, 2, 0),
        "E3": (2, 2, 0),
        "C2": (2, 2, 0),
        "G1": (1, 2, 0),
        "G2": (1, 2, 1),
        "G3": (1, 2, 0),
        "E1": (1, 2, 0),
    }
    assert list(found) == ["C2", "E2", "E3", "G1", "G2", "G3", "E1"]


def test_change_is_like_for_like_where_both_submissions_hold_levels() -> None:
    later = a_submission(answers(G1=4, C1="not_applicable"), number=4, completed_on=date(2027, 1, 1))
    change = compared(an_organisation("Zeta", a_submission(BELLATRIX), later)).submitted[0].change

    assert change is not None
    assert change.like_for_like
    assert (change.since.round.number, change.compared, change.asked) == (1, 7, 8)
    # C1 applies in neither round. G 3 to 8 of 12, C2 2 to 2 of 4, E 3 to 6 of 12: (125/3 + 0 + 25) / 3.
    assert change.overall is not None
    assert change.overall.exact == Fraction(200, 9)


def test_change_is_the_difference_of_scores_where_a_submission_has_no_levels() -> None:
    first = a_submission(BELLATRIX, depth=SCORES)
    change = compared(an_organisation("Zeta", first, a_submission(number=2))).submitted[0].change

    assert change is not None
    assert (change.like_for_like, change.compared, change.asked) == (False, None, None)
    assert change.overall is not None
    assert change.overall.exact == 50 - first.round.scores.overall.exact  # type: ignore[union-attr]  # it has a score
    assert {letter: each and each.exact for letter, each in change.domains.items()} == {
        "G": 25,
        "C": 0,
        "E": 25,
    }


def test_an_organisation_that_left_or_withdrew_is_not_compared() -> None:
    submission = a_submission()
    comparison = compared(
        replace(an_organisation("Zeta", submission), state="left"),
        replace(an_organisation("Capella", submission), state="complete"),
    )

    assert comparison.submitted == ()
    assert comparison.progress.counts["left"] == 1
    assert comparison.overall.scores == ()


def test_progress_counts_every_state_and_its_days() -> None:
    comparison = compared(
        an_organisation("A", day=date(2026, 9, 1)),
        an_organisation("B", day=date(2026, 9, 1)),
        an_organisation("C", state="begun", day=date(2026, 9, 3)),
        an_organisation("D", a_submission(), day=date(2026, 9, 3)),
    )

    progress = comparison.progress
    assert progress.counts == {"not_begun": 2, "begun": 1, "complete": 0, "submitted": 1, "left": 0}
    assert progress.invited == 4
    assert [(each.day.day, each.counts["not_begun"], each.counts["begun"]) for each in progress.days] == [
        (1, 2, 0),
        (3, 0, 1),
    ]


def test_a_domain_that_a_variant_does_not_ask_is_not_compared() -> None:
    programme = a_programme(an_organisation("Zeta", a_submission(variant="quick")), variant="quick")
    comparison = side_by_side(programme, QUESTIONNAIRE)

    assert [each.letter for each in comparison.domains] == ["G", "C", "E"]
    assert [each.question.id for each in comparison.below_target] == ["G1", "C1", "E1"]
