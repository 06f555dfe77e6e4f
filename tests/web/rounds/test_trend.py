"""What changed since the last round, on the page."""

import pytest
from flask import Flask

from tests.report.documents import words
from tests.web.checks import attributes
from tests.web.respondent import Respondent


@pytest.fixture
def owner(app: Flask) -> Respondent:
    """Return an owner who has completed a quick check, all at level 2: 50 points."""
    return Respondent(app.test_client()).starts("quick").answers_all("2").completes()


def test_without_an_earlier_round_nothing_is_compared(owner: Respondent) -> None:
    text = owner.visits("results/trend").text

    assert "there is nothing to compare yet." in text
    assert "Like for like" not in text


def test_the_change_is_named_with_the_practices_that_brought_it(owner: Respondent) -> None:
    # Of 17 practices G has three (G1, G2, G5): G1 from 2 to 4 brings 2 × 100 / (4 × 3 × 9) = 1.85 points.
    owner.begins_confirmed_round().answers("G", "save", G1="4").completes()

    text = owner.visits("results/trend").text

    assert "Up 2 points since round 1" in text
    assert "; Mandate and governance gained most" in text
    assert "Compared on 17 of 17 practices" in text
    assert "G1 Written policy Earlier round: 2 Defined This time: 4 Proven Points: Up by 1.9 points" in text
    # The domain alone: from 50 to 100 × 8 / 12 = 66.67.
    assert "G Mandate and governance Earlier round: 50 This time: 67 Difference: Up by 17 points" in text


def test_a_loss_is_called_one(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="0", G2="0").completes()

    text = owner.visits("results/trend").text

    assert "Down 4 points since round 1" in text
    assert "; Mandate and governance lost most" in text


def test_a_practice_that_was_not_compared_is_named_with_the_reason(owner: Respondent) -> None:
    owner.begins_round().answers("S", "save", S1="")

    assert "Not answered this time S1" in owner.visits("results/trend").text


def test_a_quick_check_and_a_full_assessment_are_not_compared(owner: Respondent) -> None:
    owner.begins_round("full")

    assert "there is nothing to compare yet" in owner.visits("results/trend").text


def test_a_round_keeps_its_comparison_when_the_other_is_deleted(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").completes()
    before = owner.visits("rounds/2/results/trend").text
    assert "Up 2 points since round 1" in before

    owner.visits("rounds/1/delete").sends({"sure": "yes"})

    assert owner.visits("rounds/2/results/trend").text == before


def test_all_rounds_are_listed_as_they_printed(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").completes()

    text = owner.visits("results/trend").text

    assert "Overall: 50 G: 50" in text
    assert "Overall: 52 G: 67" in text


def test_a_round_keeps_its_trend_when_the_first_one_is_deleted(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").completes()
    owner.begins_confirmed_round().answers("G", "save", G2="4").completes()
    before = owner.visits("rounds/3/results/trend").text
    assert "since round 2" in before

    for number in (1, 2):
        owner.visits(f"rounds/{number}/delete").sends({"sure": "yes"})

    assert owner.visits("rounds/3/results/trend").text == before


def test_one_round_has_no_chart_and_two_have_one_with_its_table(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4")
    page = owner.visits("results/trend")
    assert "Scores of each round" not in page.text
    assert not page.page.query(".results-figure svg")

    page = owner.completes().visits("results/trend")

    (picture,) = page.page.query(".results-figure svg")
    assert attributes(picture)["aria-label"] == "Scores of 2 rounds, drawn as lines"
    assert page.text.count("Scores of each round") == 1
    assert "Up 2 points since" in page.text


def test_a_quick_check_and_a_full_assessment_have_no_chart_together(owner: Respondent) -> None:
    owner.begins_round("full").answers_all("3").confirms_all().completes()

    page = owner.visits("results/trend")

    assert "Round 2" in owner.visits("rounds").text
    assert not page.page.query(".results-figure svg")


def test_the_present_files_and_pages_say_what_changed(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").completes()

    board = owner.visits("results/board").text
    everything = owner.visits("results/all").text
    numbers = owner.client.get(owner.address("files/scorecard.json")).get_json()
    printed = words(owner.client.get(owner.address("files/scorecard.pdf")).data)
    board_pdf = words(owner.client.get(owner.address("files/board.pdf")).data)

    assert "Trend Up 2 points since" in board
    assert "Scores of each round" in everything
    # G1 from 2 to 4 of 4, one of three practices in G, one of nine domains: 2 × 100 / (4 × 3 × 9).
    assert numbers["change"]["overall"] == {"exact": "50/27", "rounded": 2}
    assert [each["number"] for each in numbers["rounds"]] == [1]
    assert "Up 2 points since round 1" in printed
    assert "Up 2 points since" in board_pdf


def test_a_pdf_is_made_anew_when_a_round_is_deleted(owner: Respondent) -> None:
    owner.begins_confirmed_round()
    address = owner.address("files/scorecard.pdf")
    assert "since round 1" in words(owner.client.get(address).data)

    owner.visits("rounds/1/delete").sends({"sure": "yes"})

    assert "What changed" not in words(owner.client.get(address).data)


def test_an_interim_board_page_says_nothing_of_a_trend(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").completes()
    owner.begins_confirmed_round().answers("G", "save", G1="")

    assert "Trend" not in owner.visits("results/board").text
