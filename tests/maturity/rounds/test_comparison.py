"""Two rounds compared like for like, by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.maturity.level import Level
from app.maturity.rounds.comparison import LevelChange, RoundComparison, compare_rounds
from app.maturity.rounds.shared_questions import NotCompared
from app.maturity.score import Score
from tests.build import an_answer, answers
from tests.maturity.rounds.build import NEW, OLD, compared, every, some

BEFORE = answers(G1=1, G2="unknown", G3="not_applicable", C1=2, C2=2, E1=3, E2=0, E3=1)
AFTER = answers(G1=3, G2=0, G3=2, C1="not_applicable", C2=2, E1=2, E2=2, E3=2)


def points(comparison: RoundComparison) -> dict[str, Fraction]:
    return {each.question.id: each.points.exact for each in comparison.moved}


def domain_changes(comparison: RoundComparison) -> dict[str, Fraction | None]:
    return {each.domain.letter: each.change.exact if each.change else None for each in comparison.domains}


def reasons(comparison: RoundComparison) -> dict[str, NotCompared]:
    return {question.id: reason for question, reason in comparison.not_compared}


def test_the_worked_example() -> None:
    # Shared are G1 G2, C2, E1 E2 E3. Before: G 1 of 8 = 25/2, C 2 of 4 = 50, E 4 of 12 = 100/3, together
    # (25/2 + 50 + 100/3) / 3 = 575/18. After: G 3 of 8 = 75/2, C 50, E 6 of 12 = 50: 275/6 = 825/18.
    change = compared(BEFORE, AFTER)

    assert (change.compared, change.asked) == (6, 8)
    assert [each.question.id for each in change.shared] == ["G1", "G2", "C2", "E1", "E2", "E3"]
    assert change.overall is not None
    assert change.change is not None
    assert (change.overall.before, change.overall.after) == (
        Score(Fraction(575, 18)),
        Score(Fraction(275, 6)),
    )
    assert (change.change.exact, change.change.rounded) == (Fraction(125, 9), 14)
    assert domain_changes(change) == {"G": 25, "C": 0, "E": Fraction(50, 3)}
    assert [(each.compared, each.asked) for each in change.domains] == [(2, 3), (1, 2), (3, 3)]


def test_what_moved_sums_to_the_change() -> None:
    # G1 rose by 2: 200 / (4 x 2 questions x 3 domains); E1 fell by 1: -100 / (4 x 3 x 3).
    change = compared(BEFORE, AFTER)

    assert points(change) == {
        "G1": Fraction(25, 3),
        "E1": Fraction(-25, 9),
        "E2": Fraction(50, 9),
        "E3": Fraction(25, 9),
    }
    assert list(points(change)) == ["G1", "E1", "E2", "E3"]
    assert sum(points(change).values()) == Fraction(125, 9)


def test_a_movement_holds_both_answers() -> None:
    (moved,) = compared(answers(G1="unknown"), {"G1": an_answer(2, comment="Found out.")}).moved

    assert (moved.before.choice, moved.after.choice, moved.after.comment) == ("unknown", "2", "Found out.")
    assert moved.points.exact == 50


def test_unknown_is_level_0_and_only_another_level_is_a_movement() -> None:
    assert compared(answers(G1="unknown"), answers(G1=0)).moved == ()
    assert compared(answers(G1=0), answers(G1="unknown")).moved == ()
    assert points(compared(answers(G1=2), answers(G1="unknown"))) == {"G1": -50}


def test_the_change_shown_is_not_the_difference_of_the_rounded_scores() -> None:
    # G 2 of 12 = 50/3 is shown as 17, and 1 of 12 = 25/3 as 8: down by 25/3, shown as 8 and not as 9.
    fall = compared(answers(G1=2, G2=0, G3=0), answers(G1=1, G2=0, G3=0)).overall

    assert fall is not None
    assert (fall.before.rounded, fall.after.rounded, fall.change.rounded) == (17, 8, -8)


def test_each_question_that_is_not_compared_has_its_reason() -> None:
    before = answers(G1=1, C1="not_applicable", C2="not_applicable", G3="not_applicable", E3=2, E1=1)
    after = answers(G1=1, C1="not_applicable", C2=3, E2=1, E3="not_applicable")

    assert reasons(compared(before, after)) == {
        "G2": NotCompared.UNANSWERED_NOW,
        "G3": NotCompared.UNANSWERED_NOW,
        "C1": NotCompared.NOT_APPLICABLE_IN_BOTH,
        "C2": NotCompared.NOT_APPLICABLE_BEFORE,
        "E1": NotCompared.UNANSWERED_NOW,
        "E2": NotCompared.UNANSWERED_BEFORE,
        "E3": NotCompared.NOT_APPLICABLE_NOW,
    }


def test_a_domain_without_a_shared_question_leaves_both_means() -> None:
    # C leaves both rounds: G 25 and E 50 before, G 50 and E 50 after, and 2 domains share the points.
    before = answers(G1=1, C1=4, C2=4, E1=2)
    after = answers(G1=2, C1="not_applicable", C2="not_applicable", E1=2)

    change = compared(before, after)

    assert change.overall is not None
    assert change.overall.before.exact == Fraction(75, 2)
    assert domain_changes(change) == {"G": 25, "C": None, "E": 0}
    assert points(change) == {"G1": Fraction(25, 2)}


def test_without_a_shared_question_there_is_no_change() -> None:
    change = compared(answers(G1=1, C1="not_applicable"), answers(G2=2, C1=4))

    assert (change.overall, change.change, change.moved) == (None, None, ())
    assert (change.compared, change.asked) == (0, 8)
    assert len(change.not_compared) == 8


def test_over_an_upgrade_only_what_both_versions_ask_is_compared() -> None:
    # Shared: G1 G2, C1 C2, E1 E3, and E2, which belongs to K in the newer version: 4 domains.
    change = compared(every(1), every(2, NEW), NEW)

    assert (change.compared, change.asked) == (7, 9)
    assert reasons(change) == {"G4": NotCompared.NEW, "K1": NotCompared.NEW}
    assert [question.id for question in change.no_longer_asked] == ["G3"]
    assert domain_changes(change) == {"G": 25, "C": 25, "E": 25, "K": 25}
    assert points(change)["E2"] == Fraction(100, 4 * 1 * 4)
    assert change.versions_differ
    assert not compared(every(1), every(2)).versions_differ
    assert next(each for each in change.shared if each.question.id == "G2").question is NEW.question("G2")


def test_the_quick_check_compares_its_own_questions() -> None:
    # The older quick check asks G1 C1 E1, the newer one G1 C2 E1 K1; other answers are kept and not compared.
    change = compared(every(1), every(2, NEW), NEW, "quick")

    assert [each.question.id for each in change.shared] == ["G1", "E1"]
    assert reasons(change) == {"C2": NotCompared.NEW, "K1": NotCompared.NEW}
    assert [question.id for question in change.no_longer_asked] == ["C1"]
    assert (change.compared, change.asked) == (2, 4)


def test_two_variants_are_not_compared() -> None:
    with pytest.raises(ValueError, match="quick"):
        compare_rounds(some(every(1), variant="quick"), some(every(1)))


@pytest.mark.parametrize(
    ("before", "after", "met", "missing"),
    [
        (1, 2, ["E3"], []),
        ("unknown", 4, ["E3"], []),
        (2, 1, [], ["E3"]),
        (4, "unknown", [], ["E3"]),
        (0, 1, [], []),
        (2, 4, [], []),
        ("not_applicable", 0, [], []),
        (1, "not_applicable", [], []),
    ],
)
def test_a_shared_gate_is_met_or_missing(
    before: int | str, after: int | str, met: list[str], missing: list[str]
) -> None:
    change = compared(answers(E3=before), answers(E3=after))

    assert [question.id for question in change.gates_met] == met
    assert [question.id for question in change.gates_missing] == missing


def test_a_gate_of_one_version_alone_is_no_shared_gate() -> None:
    became = compared(answers(C2=0), answers(C2=3), NEW)
    ceased = compare_rounds(some(answers(C2=3), NEW), some(answers(C2=0), OLD))

    assert (became.gates_met, ceased.gates_missing) == ((), ())


def test_levels_gained_and_lost_are_those_each_round_printed() -> None:
    # The shared questions of G rest at 1, yet G as printed is Ad hoc before (1 1 and N/A) and 1 + 1 + 4 of 12
    # = 50 after, Defined.
    before = {**every(1), **answers(G3="not_applicable")}
    after = {**every(1), **answers(G3=4)}

    change = compared(before, after)

    assert domain_changes(change)["G"] == 0
    assert [each.level.steps for each in change.domains] == [1, 0, 0]
    assert change.domains[0].level == LevelChange(Level.AD_HOC, Level.DEFINED)


def test_the_overall_level_is_the_capped_one_and_a_domain_s_is_not() -> None:
    # E 4 + 4 + 1 of 12 = 75 is Applied although the gate E3 caps the overall level at Defined.
    held, free = {**every(4), **answers(E3=1)}, every(4)

    up, down = compared(held, free), compared(free, held)

    assert up.level == LevelChange(Level.DEFINED, Level.PROVEN)
    assert (up.level.steps, down.level.steps) == (2, -2)
    assert up.domains[2].level == LevelChange(Level.APPLIED, Level.PROVEN)


def test_a_printed_level_is_not_computed_again() -> None:
    before = some(every(1))
    kept = replace(before, scores=replace(before.scores, level=Level.PROVEN))

    assert compare_rounds(kept, some(every(1))).level == LevelChange(Level.PROVEN, Level.AD_HOC)


def test_a_new_domain_gains_no_level() -> None:
    change = compared(every(1), every(2, NEW), NEW)

    assert change.domains[3].level == LevelChange(None, Level.DEFINED)
    assert change.domains[3].level.steps == 0


def test_an_interim_round_is_compared_on_its_carried_answers_too() -> None:
    change = compared(answers(G1=1, G2=1), {"G1": an_answer(1, carried=True), "G2": an_answer(2)})

    assert [each.question.id for each in change.shared] == ["G1", "G2"]
    assert points(change) == {"G2": Fraction(25, 2)}


def test_the_domains_that_gained_and_lost_most() -> None:
    change = compared(every(2), {**every(2), **answers(G1=4, C1=1, E1=3, E2=3)})
    equal = compared(every(2), {**every(2), **answers(G1=4, E1=3, E2=3)})

    # G up 2 of 12, E up 2 of 12, C down 1 of 8.
    assert [domain.letter for domain in equal.gained_most] == ["G", "E"]
    assert ([d.letter for d in change.gained_most], [d.letter for d in change.lost_most]) == (
        ["G", "E"],
        ["C"],
    )
    assert equal.lost_most == ()
    assert compared(every(2), every(2)).gained_most == ()
    assert compared(answers(G1=1), answers(G2=1)).gained_most == ()
    more = compared(every(2), {**every(2), **answers(G1=3, E1=3, E2=3)})
    assert [domain.letter for domain in more.gained_most] == ["E"]
