"""What an assessment contributes: shown before the tick, replaced, withdrawn, never more than was shown."""

from flask import Flask

from app.maturity.peers.cohort import Cell
from tests.web.checks import words
from tests.web.contributing_person import (
    complete_assessment,
    count_contributions,
    find_contribution,
)
from tests.web.respondent import Respondent


def preview(respondent: Respondent) -> dict[str, str]:
    """Return the fields of the table with the values that would be sent."""
    rows = [row.query("th, td") for row in respondent.page.query("tbody tr")]
    return {words(cells[0]): words(cells[-1]) for cells in rows}


def contributes(app: Flask, choice: str = "2") -> Respondent:
    respondent = complete_assessment(app, choice=choice).visits("peers").sends({"agree": "yes"})
    assert respondent.errors() == []
    return respondent


def test_exactly_what_the_page_shows_is_contributed(app: Flask) -> None:
    shown = preview(complete_assessment(app).visits("peers"))
    sent = find_contribution(app, contributes(app).code)

    # Level 2 of 4 everywhere is 50 of 100.
    assert list(shown.values()) == ["Supplier", "50 to 249 people", "1.1", "Full assessment", *["50"] * 10]
    assert sent is not None
    assert (sent.version, sent.variant, sent.cell) == ("1.1", "full", Cell("supplier", "50_249"))
    assert sent.scores == dict.fromkeys(("overall", *"GIASPCELV"), 50)


def test_the_box_is_empty_and_without_a_tick_nothing_is_contributed(app: Flask) -> None:
    respondent = complete_assessment(app).visits("peers")
    before = count_contributions(app)
    assert respondent.page.query("input[checked]") == []

    respondent.sends()

    assert (respondent.status, respondent.errors()) == (422, ["Tick the box if you agree to send this"])
    assert count_contributions(app) == before


def test_after_contributing_the_receipt_is_shown_and_can_be_kept_as_a_file(app: Flask) -> None:
    respondent = contributes(app)
    receipt = respondent.code

    file = respondent.client.get(respondent.address("peers/receipt.txt"))

    assert len(receipt.replace("-", "")) == 52
    assert receipt in file.text
    assert file.headers["Content-Disposition"].startswith("attachment")


def test_without_a_contribution_there_is_no_receipt(app: Flask) -> None:
    respondent = complete_assessment(app).visits("peers")

    assert respondent.page.query("code") == []
    assert respondent.client.get(respondent.address("peers/receipt.txt")).status_code == 302


def test_a_changed_result_is_shown_beside_what_was_contributed_and_replaces_it(app: Flask) -> None:
    respondent = contributes(app)
    receipt, before = respondent.code, count_contributions(app)
    respondent.begins_confirmed_round()
    respondent.answers("G", **dict.fromkeys(("G1", "G2", "G3", "G4", "G5", "G6"), "4")).completes()

    respondent.visits("peers")
    assert "Your result has changed since" in respondent.text
    row = next(row for row in respondent.page.query("tbody tr") if words(row).startswith("G "))
    assert words(row).endswith("50 100")
    respondent.sends({"agree": "yes"})

    sent = find_contribution(app, receipt)
    assert sent is not None
    # Domain G at 100 and eight at 50: 500 / 9 = 55.6.
    assert (sent.scores["G"], sent.scores["overall"], count_contributions(app)) == (100, 56, before)
    assert respondent.code == receipt


def test_a_result_that_changed_after_the_page_was_opened_is_shown_before_it_is_contributed(
    app: Flask,
) -> None:
    respondent = complete_assessment(app).visits("peers")
    shown, before = respondent.in_another_tab(), count_contributions(app)
    respondent.begins_confirmed_round().answers("G", G1="4").completes()

    shown.sends({"agree": "yes"})

    assert shown.status == 422
    assert shown.errors()[0].startswith("Your result has changed since you opened this page")
    assert count_contributions(app) == before
    assert shown.sends({"agree": "yes"}).errors() == []


def test_an_interim_result_cannot_be_contributed_and_the_page_says_why(respondent: Respondent) -> None:
    respondent.starts("full").answers("G", "save", G1="2").visits("peers")

    assert "it is interim" in respondent.text
    assert "agree" not in respondent.fields(respondent.page.query("body")[0])
    token = respondent.token()
    assert respondent.posts({"csrf_token": token, "agree": "yes", "shown": ""}).status == 422


def test_while_a_round_is_open_the_last_one_can_be_shared(app: Flask) -> None:
    respondent = complete_assessment(app)
    respondent.begins_round("quick").answers("G", "save", G1="4").visits("peers")
    before = count_contributions(app)

    assert "Until it is complete, you can share the scores of the last one" in respondent.text
    row = next(row for row in respondent.page.query("tbody tr") if words(row).startswith("Overall readiness"))
    assert words(row) == "Overall readiness 50"
    respondent.sends({"agree": "yes"})

    sent = find_contribution(app, respondent.code)
    assert sent is not None
    # All at level 2, and of the full assessment, which the open quick round is not.
    assert (sent.scores["overall"], sent.variant, count_contributions(app)) == (50, "full", before + 1)


def test_what_was_contributed_stays_and_can_be_withdrawn_when_the_result_is_interim_again(
    app: Flask,
) -> None:
    respondent = contributes(app)
    receipt = respondent.code
    respondent.begins_round().answers("G", "save", G1="4").visits("peers")

    assert "They are those of your last round." in respondent.text
    assert find_contribution(app, receipt) is not None
    respondent.sends({"sure": "yes"}, form="/peers/withdraw")
    assert find_contribution(app, receipt) is None


def test_withdrawing_takes_a_tick(app: Flask) -> None:
    respondent = contributes(app)
    receipt = respondent.code

    respondent.sends(form="/peers/withdraw")
    assert (respondent.status, respondent.errors()) == (
        422,
        ["Tick the box if you want to withdraw your scores"],
    )
    assert find_contribution(app, receipt) is not None

    respondent.visits("peers").sends({"sure": "yes"}, form="/peers/withdraw")
    assert find_contribution(app, receipt) is None
    assert "You have shared your scores" not in respondent.text


def test_a_viewer_sees_no_way_to_contribute(app: Flask) -> None:
    owner = complete_assessment(app)
    code = owner.shares("viewer").code
    viewer = Respondent(app.test_client()).enters(code).visits("results/peers")

    assert viewer.page.query('a[href="/en/peers"]') != []
    assert viewer.page.query(f'a[href="{viewer.address("peers")}"]') == []
    assert owner.visits("results/peers").page.query(f'a[href="{owner.address("peers")}"]') != []


def test_the_task_list_leads_to_the_page_once_the_assessment_is_complete(app: Flask) -> None:
    respondent = Respondent(app.test_client()).starts("full").visits("")
    link = f'a[href="{respondent.address("peers")}"]'
    assert respondent.page.query(link) == []

    assert respondent.answers_all("2").completes().visits("").page.query(link) != []
    assert respondent.begins_round().visits("").page.query(link) != []


def test_deleting_leaves_the_contribution_and_shows_how_to_withdraw_it(app: Flask) -> None:
    respondent = contributes(app)
    receipt = respondent.code

    assert respondent.visits("delete").code == receipt
    respondent.sends({"sure": "yes"})

    assert respondent.path == "/en/deleted"
    assert find_contribution(app, receipt) is not None


def test_deleting_with_the_other_tick_withdraws_as_well(app: Flask) -> None:
    respondent = contributes(app)
    receipt = respondent.code

    respondent.visits("delete").sends({"sure": "yes", "peers": "yes"})

    assert respondent.path == "/en/deleted"
    assert find_contribution(app, receipt) is None


def test_withdrawing_alone_does_not_delete_and_the_tick_is_kept(app: Flask) -> None:
    respondent = contributes(app)
    receipt = respondent.code

    respondent.visits("delete").sends({"peers": "yes"})

    assert (respondent.status, respondent.errors()) == (
        422,
        ["Tick “Yes, delete this assessment for good” if you want to delete the assessment"],
    )
    assert find_contribution(app, receipt) is not None
    assert respondent.text_of("peers") == "yes"


def test_without_a_contribution_the_deletion_does_not_offer_to_withdraw_one(respondent: Respondent) -> None:
    page = respondent.starts("quick").visits("delete")

    assert "contributed" not in page.text
    assert page.page.query("code") == []
