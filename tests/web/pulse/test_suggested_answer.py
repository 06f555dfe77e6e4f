"""What a closed pulse says of the practice V5, Staff opinion."""

import pytest
from flask import Flask

from tests.web.pulse.colleague import close_pulse, open_pulse, send_answers
from tests.web.respondent import Respondent


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("full")


@pytest.mark.parametrize(
    ("invited", "people", "level"),
    [("everyone", "20", "3 Applied"), ("everyone", "", "2 Defined"), ("fewer", "", "1 Ad hoc")],
)
def test_a_closed_pulse_suggests_a_level(
    app: Flask, owner: Respondent, invited: str, people: str, level: str
) -> None:
    send_answers(app, open_pulse(owner), 10)

    page = close_pulse(owner, invited, people)

    assert f"This pulse supports level {level} for V5 Staff opinion:" in page.text
    assert "Your answer now: Not answered." in page.text


def test_a_pulse_that_nobody_answered_supports_no_level(owner: Respondent) -> None:
    open_pulse(owner)

    assert "This pulse supports" not in close_pulse(owner, "fewer", "").text


def test_the_owner_takes_it_with_a_button(app: Flask, owner: Respondent) -> None:
    owner.answers("V", "save", V5="1", **{"V5-comment": "Talked in the canteen"})
    send_answers(app, open_pulse(owner), 10)

    close_pulse(owner, people="20").sends({"action": "adopt"})

    assert owner.exported()["answers"]["V5"] == {"level": 3, "comment": "Talked in the canteen"}
    assert "Your answer is 3 Applied, so nothing needs to change." in owner.visits("pulse").text


@pytest.mark.parametrize("choice", ["3", "4", "not_applicable"])
def test_a_higher_answer_is_never_replaced(app: Flask, owner: Respondent, choice: str) -> None:
    owner.answers("V", "save", V5=choice)
    send_answers(app, open_pulse(owner), 10)
    before = owner.exported()["answers"]

    page = close_pulse(owner, people="20")
    assert "as our answer" not in page.text
    page.posts({"csrf_token": page.token(), "action": "adopt"})

    assert owner.exported()["answers"] == before


def test_the_quick_check_does_not_ask_it_so_nothing_is_suggested(app: Flask, respondent: Respondent) -> None:
    owner = respondent.starts("quick")
    send_answers(app, open_pulse(owner), 10)

    page = close_pulse(owner)

    assert "This pulse supports" not in page.text
    assert page.posts({"csrf_token": page.token(), "action": "adopt"}).status == 200
    assert "V5" not in owner.exported()["answers"]


def test_closing_asks_who_was_invited(owner: Respondent) -> None:
    open_pulse(owner)

    page = owner.visits("pulse").sends({"action": "close"})

    assert page.status == 422
    assert page.errors() == ["Choose who was invited to answer"]
    assert "The pulse is open" in page.text


@pytest.mark.parametrize("typed", ["0", "60", "-3", "many", "1e1", "٣"])
def test_the_size_of_a_small_staff_is_a_number_below_sixty(owner: Respondent, typed: str) -> None:
    open_pulse(owner)

    page = close_pulse(owner, "most", typed)

    assert page.status == 422
    assert page.errors() == ["Enter a number from 1 to 59, or leave it empty if more people work for you"]
    assert page.selected("invited") == "most"
