"""The public page of peers, positions among them, and a withdrawal by the receipt alone."""

import pytest
from flask import Flask

from app.maturity.peers.cohort import Cell
from tests.figures.cast_peers import a_contribution_at
from tests.maturity.peers.build import MEDIA
from tests.web.checks import words
from tests.web.contributing_person import (
    complete_assessment,
    contribute,
    count_contributions,
    find_contribution,
    publish_peers,
    without_domain,
)
from tests.web.respondent import Respondent


def section(respondent: Respondent) -> str:
    """Return the text of the results on peers."""
    return words(respondent.visits("results/peers").page.query("#peers")[0])


def test_nine_peers_are_not_enough_and_ten_are(alone: Flask) -> None:
    respondent = complete_assessment(alone)
    publish_peers(alone, range(41, 50))
    assert section(respondent).count("Not enough peers to compare with") == 1

    publish_peers(alone, range(41, 51))
    assert "Not enough peers to compare with" not in section(respondent)


def test_each_own_cohort_is_defined_counted_and_dated(alone: Flask) -> None:
    publish_peers(alone, range(41, 54))
    publish_peers(alone, range(41, 55), Cell("supplier", "1_49"))
    publish_peers(alone, range(41, 56), MEDIA)

    shown = section(complete_assessment(alone))

    assert "All organisations At least 40 organisations, as published in November 2026" in shown
    assert "Organisations of type “Supplier” At least 25 organisations" in shown
    assert "Organisations of type “Supplier”, 50 to 249 people At least 10 organisations" in shown
    assert "Defence media" not in shown


def test_a_position_is_shown_in_words_and_in_a_table(alone: Flask) -> None:
    publish_peers(alone, range(31, 51))

    respondent = complete_assessment(alone)

    # Twenty suppliers at 31 to 50: quartiles 35.75, 40.5 and 45.25, published as 35, 40 and 45. Own: 50.
    assert "your overall readiness is in the highest quarter" in section(respondent)
    rows = [words(row) for row in respondent.page.query("#peers tbody tr")]
    assert rows[0] == (
        "All organisations Organisations: at least 20 organisations Median: 40"
        " Your position: in the highest quarter"
    )
    assert (
        "Overall readiness Your score: 50 Your position: in the highest quarter"
        " Lower quartile: 35 Median: 40 Upper quartile: 45"
    ) in rows


def test_cohorts_with_the_same_values_share_one_picture(alone: Flask) -> None:
    # All of the twenty are suppliers of one size, so that the three cohorts are the same organisations.
    publish_peers(alone, range(31, 51))

    shown = section(respondent := complete_assessment(alone))

    assert len(respondent.page.query("#peers svg")) == 1
    assert shown.count("The published values are the same as those of “All organisations”.") == 2
    overall = respondent.page.query("#peers table")[0]
    assert [words(row).split(" Organisations:")[0] for row in overall.query("tbody tr")] == [
        "All organisations",
        "Organisations of type “Supplier”",
        "Organisations of type “Supplier”, 50 to 249 people",
    ]


def test_an_interim_result_has_no_position(alone: Flask) -> None:
    publish_peers(alone, range(31, 51))
    respondent = Respondent(alone.test_client()).starts("full").answers("G", "save", G1="2")

    assert "An interim result has no position among peers" in section(respondent)
    assert "median" not in section(respondent)


def test_no_position_stands_in_what_is_supposed(alone: Flask) -> None:
    publish_peers(alone, range(31, 51))
    respondent = complete_assessment(alone).visits("results/what-if").sends({"reach": "G1"})

    assert respondent.status == 200
    assert "quarter" not in respondent.text


def test_a_quick_check_has_other_peers(alone: Flask) -> None:
    publish_peers(alone, range(31, 51))
    respondent = Respondent(alone.test_client()).starts("quick").answers_all("2").completes()

    assert "Not enough peers to compare with" in section(respondent)


def test_everybody_may_see_the_published_cohorts_and_nothing_before(alone: Flask) -> None:
    anybody = Respondent(alone.test_client())
    publish_peers(alone, range(41, 50))
    assert anybody.opens("peers").text.count("Not enough peers yet") == 1

    publish_peers(alone, range(41, 51))
    assert anybody.opens("peers").text.count("Not enough peers yet") == 1
    # Ten at 41 to 50: the median 45.5, published as 45.
    row = anybody.page.query("tbody tr")[0]
    assert words(row) == (
        "Overall readiness Lower quartile: too few peers Median: 45 Upper quartile: too few peers"
    )


def test_a_domain_in_which_too_few_have_a_score_is_named_as_such(alone: Flask) -> None:
    contribute(alone, "one", without_domain(a_contribution_at(40), "V"))
    publish_peers(alone, range(41, 50))

    assert "Not enough peers yet in: V Value and return." in section(complete_assessment(alone))


def test_a_receipt_alone_withdraws_also_when_the_assessment_is_gone(app: Flask) -> None:
    owner = complete_assessment(app).visits("peers").sends({"agree": "yes"})
    receipt = owner.code
    owner.visits("delete").sends({"sure": "yes"})
    anybody = Respondent(app.test_client())

    anybody.opens("peers/withdraw").sends({"receipt": f" {receipt.lower()} "})

    assert anybody.path == "/en/peers/withdrawn"
    assert find_contribution(app, receipt) is None


def test_a_receipt_of_nothing_is_named_and_kept(app: Flask) -> None:
    anybody, before = Respondent(app.test_client()), count_contributions(app)
    anybody.opens("peers/withdraw").sends({"receipt": "7" * 52})

    assert (anybody.status, anybody.text_of("receipt")) == (404, "7" * 52)
    assert anybody.errors() == [
        "No scores are stored under this receipt. Check the receipt."
        " The scores may have been withdrawn already."
    ]
    assert count_contributions(app) == before


@pytest.mark.parametrize("typed", ["", "7" * 51, "7" * 53, "É" * 52])
def test_what_cannot_be_a_receipt_is_refused(respondent: Respondent, typed: str) -> None:
    respondent.opens("peers/withdraw").sends({"receipt": typed})

    assert (respondent.status, len(respondent.errors()), respondent.text_of("receipt")) == (422, 1, typed)


def test_receipts_of_nothing_are_limited_like_codes(respondent: Respondent) -> None:
    for _ in range(20):
        assert respondent.opens("peers/withdraw").sends({"receipt": "7" * 52}).status == 404

    respondent.opens("peers/withdraw").sends({"receipt": "7" * 52})

    assert (respondent.status, respondent.text_of("receipt")) == (429, "7" * 52)


def test_a_right_receipt_works_however_many_were_wrong(app: Flask) -> None:
    receipt = complete_assessment(app).visits("peers").sends({"agree": "yes"}).code
    anybody = Respondent(app.test_client())
    for _ in range(21):
        anybody.opens("peers/withdraw").sends({"receipt": "7" * 52})

    anybody.opens("peers/withdraw").sends({"receipt": receipt})

    assert find_contribution(app, receipt) is None
