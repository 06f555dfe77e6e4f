"""The day of the next review: chosen by the owner, shown on board page, rounds and calendar."""

from datetime import timedelta

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.clock import utc_now
from app.maturity.questionnaire import Questionnaire
from app.translations.dates import format_day
from tests.build import bellatrix
from tests.exchange.plan_files.build import read_calendar
from tests.web.respondent import Respondent

TODAY = utc_now().date()
DAY = TODAY + timedelta(days=400)


@pytest.fixture
def owner(app: Flask, questionnaire: Questionnaire) -> Respondent:
    """Return the owner of an imported assessment of 1 November 2026."""
    content = assessment_json.write(bellatrix(questionnaire), questionnaire)
    return Respondent(app.test_client()).uploads(content).visits("results")


def event(person: Respondent, of: str = "") -> dict[str, str]:
    """Return the event that says when to assess again."""
    found: dict[str, str] = read_calendar(person.client.get(person.address(f"{of}files/plan.ics")).data)[-1]
    return found


def test_a_chosen_day_is_on_the_board_page_and_in_the_calendar_with_a_higher_sequence(
    owner: Respondent,
) -> None:
    before = event(owner)

    owner.visits("review").sends({"day": f"{DAY.day}/{DAY.month}/{DAY.year}"})

    assert owner.path.endswith("/results/board")
    assert f"{format_day(DAY, 'en')}, the date that your organisation chose." in owner.text
    after = event(owner)
    assert after["DTSTART;VALUE=DATE"] == f"{DAY:%Y%m%d}"
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_an_empty_field_takes_the_usual_day_again(owner: Respondent) -> None:
    owner.visits("review").sends({"day": DAY.isoformat()})
    assert owner.visits("review").text_of("day") == format_day(DAY, "en")
    chosen = event(owner)

    owner.sends({"day": ""})

    assert "1 May 2027, six months after" in owner.text
    assert event(owner)["DTSTART;VALUE=DATE"] == "20270501"
    assert int(event(owner)["SEQUENCE"]) > int(chosen["SEQUENCE"])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("30 February 2027", "Enter a real date, for example 1 10 2027"),
        ("soon", "Enter a real date, for example 1 10 2027"),
        ("1 11 2026", "The next review must be in the future and after the last completion"),
        ("1 1 2300", "The next review must be in the future and after the last completion"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_kept_in_the_field(
    owner: Respondent, typed: str, sentence: str
) -> None:
    owner.visits("review").sends({"day": typed})

    assert (owner.status, owner.errors()) == (422, [sentence])
    assert owner.text_of("day") == typed


def test_a_day_changed_in_another_tab_is_not_overwritten_unseen(owner: Respondent) -> None:
    other = owner.visits("review").in_another_tab()
    owner.sends({"day": DAY.isoformat()})

    other.sends({"day": (DAY + timedelta(days=1)).isoformat()})

    assert other.status == 409
    assert event(owner)["DTSTART;VALUE=DATE"] == f"{DAY:%Y%m%d}"
    other.sends()
    assert event(owner)["DTSTART;VALUE=DATE"] == f"{DAY + timedelta(days=1):%Y%m%d}"


def test_the_same_day_again_changes_nothing_and_says_so(owner: Respondent) -> None:
    owner.visits("review").sends({"day": DAY.isoformat()})
    assert "Your changes are saved." in owner.text

    owner.visits("review").sends()

    assert "Nothing was changed." in owner.text
    assert "saved" not in owner.text


@pytest.mark.parametrize("seen", [None, "3", "soon"])
def test_a_form_without_the_day_that_it_showed_is_refused(owner: Respondent, seen: str | None) -> None:
    sent = {"day": DAY.isoformat()} if seen is None else {"day": DAY.isoformat(), "seen": seen}
    owner.visits("review").sends(sent, without=() if seen else ("seen",))

    assert owner.status == 422
    assert "The form arrived incomplete" in owner.errors()[0]


def test_a_closed_round_keeps_the_day_of_its_closing(owner: Respondent) -> None:
    owner.visits("review").sends({"day": DAY.isoformat()})
    owner.answers("G", "save", G1="3").completes()
    of = "rounds/1/"
    board, calendar = owner.client.get(owner.address(f"{of}files/board.pdf")).data, event(owner, of)

    owner.visits("review").sends({"day": ""})

    assert event(owner, of) == calendar
    assert calendar["DTSTART;VALUE=DATE"] == f"{DAY:%Y%m%d}"
    assert owner.client.get(owner.address(f"{of}files/board.pdf")).data == board
    assert format_day(DAY, "en") in owner.visits(f"{of}results/board").text
    assert "Change the day" not in owner.text


def test_the_board_pdf_is_built_again_after_the_day_changed(owner: Respondent) -> None:
    before = owner.client.get(owner.address("files/board.pdf")).data

    owner.visits("review").sends({"day": DAY.isoformat()})

    assert owner.client.get(owner.address("files/board.pdf")).data != before


def test_rounds_name_the_day_and_viewers_cannot_change_it(app: Flask, owner: Respondent) -> None:
    owner.answers("G", "save", G1="3").completes()
    owner.visits("review").sends({"day": DAY.isoformat()})
    assert f"Next review: {format_day(DAY, 'en')}." in owner.visits("rounds").text
    assert "/review" in owner.response.text

    viewer = Respondent(app.test_client()).enters(owner.shares("results_viewer").code)

    assert format_day(DAY, "en") in viewer.visits("results/board").text
    assert "/review" not in viewer.response.text
