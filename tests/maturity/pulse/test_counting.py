import pytest

from app.maturity.pulse.counting import (
    SENIORITY,
    PublishedQuestion,
    PulseAnswer,
    Tally,
    valid_answer,
)
from tests.maturity.pulse.build import QUESTIONS, an_answer, closings, several_answers


def published(*rounds: list[PulseAnswer], id: str = "O1", grouping: str = "") -> PublishedQuestion:
    return closings(*rounds, grouping=grouping)[-1][id].published


@pytest.mark.parametrize("n", range(10))
def test_nothing_is_shown_under_ten(n: int) -> None:
    assert published(several_answers(n)) == PublishedQuestion()


def test_ten_answers_are_shown() -> None:
    answers = [*several_answers(7), *several_answers(3, "dont_know")]

    assert published(answers).total == Tally(10, {"essential": 7, "dont_know": 3})


def test_do_not_know_counts_and_an_empty_or_skipped_question_does_not() -> None:
    answers = [an_answer("essential", O4="dont_know")] * 10 + [an_answer("essential")] * 5

    assert published(answers, id="O4").total == Tally(10, {"dont_know": 10})
    assert published(answers, id="O2").total is None
    assert published(answers, id="O1").total == Tally(15, {"essential": 15})


def test_each_of_several_options_counts_once_for_a_person() -> None:
    answers = [an_answer(O2="recruitment media_relations")] * 6 + [an_answer(O2="recruitment")] * 4

    assert published(answers, id="O2").total == Tally(10, {"recruitment": 10, "media_relations": 6})


@pytest.mark.parametrize("tokens", ["hostility none", "hostility hostility", "invented", "none invented"])
def test_an_answer_that_the_form_cannot_send_is_no_answer(tokens: str) -> None:
    assert valid_answer(an_answer(O3=tokens), QUESTIONS[2]) == ()
    assert valid_answer(PulseAnswer({"O1": ("essential", "very_important")}), QUESTIONS[0]) == ()


@pytest.mark.parametrize("further", range(1, 5))
def test_after_reopening_fewer_than_five_further_answers_change_nothing(further: int) -> None:
    assert published(several_answers(10), several_answers(further, "dont_know")) == published(
        several_answers(10)
    )


def test_after_reopening_five_further_answers_do() -> None:
    again = published(several_answers(10), several_answers(4, "dont_know"), several_answers(1))

    assert again.total == Tally(15, {"essential": 11, "dont_know": 4})


def test_closing_again_without_a_new_answer_changes_nothing() -> None:
    first, second = closings(several_answers(12), [])

    assert second == first


def groups(*rounds: list[PulseAnswer]) -> dict[str, int]:
    found = published(*rounds, grouping=SENIORITY)
    return {group: tally.n for group, tally in found.groups.items()}


def test_a_group_of_ten_is_shown_if_the_others_are_none_or_ten() -> None:
    staff, management = several_answers(20, group="staff"), several_answers(10, group="management")

    assert groups([*staff, *management]) == {"staff": 20, "management": 10}
    assert groups([*staff, *several_answers(9, group="management"), *several_answers(1)]) == {"staff": 20}


@pytest.mark.parametrize("hidden", range(1, 10))
def test_the_smallest_shown_group_is_hidden_if_others_could_be_subtracted(hidden: int) -> None:
    answers = [
        *several_answers(20, group="staff"),
        *several_answers(12, group="management"),
        *several_answers(hidden, group="leadership"),
    ]

    assert groups(answers) == {"staff": 20}


@pytest.mark.parametrize("hidden", range(1, 10))
def test_no_group_is_shown_beside_fewer_than_ten_others(hidden: int) -> None:
    assert groups([*several_answers(20, group="staff"), *several_answers(hidden, group="leadership")]) == {}


def test_a_single_group_of_all_people_is_not_shown() -> None:
    assert groups(several_answers(20, group="staff")) == {}


def test_an_answer_with_no_group_or_an_unknown_group_counts_under_none() -> None:
    answers = [
        *several_answers(12, group="staff"),
        *several_answers(6),
        *several_answers(6, group="communications"),
    ]

    assert groups(answers) == {"staff": 12, "none": 12}


def test_a_group_with_fewer_than_five_further_answers_keeps_its_table_while_the_total_is_updated() -> None:
    before = [*several_answers(10, group="staff"), *several_answers(10, group="management")]
    further = [*several_answers(7, group="staff"), *several_answers(1, group="management")]

    found = published(before, further, grouping=SENIORITY)

    assert found.total is not None
    assert found.total.n == 28
    assert {group: tally.n for group, tally in found.groups.items()} == {"staff": 10, "management": 10}
    assert found.groups_are_earlier


def test_the_groups_are_shown_once_enough_have_answered() -> None:
    before = [*several_answers(10, group="staff"), *several_answers(10, group="management")]
    further = [*several_answers(7, group="staff"), *several_answers(1, group="management")]
    last = [*several_answers(5, group="staff"), *several_answers(5, group="management")]

    assert groups(before, further, last) == {"staff": 22, "management": 16}


def test_a_group_that_would_disclose_another_by_subtraction_from_the_total_is_withheld() -> None:
    # The total went from 20 to 28. Were staff shown to have gone from 10 to 17 and no further, the one other
    # of those eight would stand alone, though five more of management came later.
    before = [*several_answers(10, group="staff"), *several_answers(10, group="management")]
    further = [*several_answers(7, group="staff"), *several_answers(1, group="management")]

    assert groups(before, further, several_answers(5, group="management")) == {"staff": 10, "management": 10}


def test_a_group_that_reached_ten_later_is_shown_later() -> None:
    before = [*several_answers(9, group="staff"), *several_answers(3, group="management")]
    further = [*several_answers(30, group="staff"), *several_answers(30, group="management")]

    assert groups(before) == {}
    assert groups(before, further) == {"staff": 39, "management": 33}
