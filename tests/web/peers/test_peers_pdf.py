"""The scorecard’s PDF holds the peers that are published when it is downloaded."""

from flask import Flask

from tests.maturity.peers.build import MEDIA
from tests.report.documents import words
from tests.web.contributing_person import complete_assessment, publish_peers
from tests.web.respondent import Respondent


def pdf(respondent: Respondent, kind: str = "scorecard") -> bytes:
    content: bytes = respondent.client.get(respondent.address(f"files/{kind}.pdf")).data
    return content


def test_a_new_snapshot_makes_a_new_document_and_the_same_one_does_not(alone: Flask) -> None:
    respondent, built = complete_assessment(alone), alone.extensions["muster"].pdf_cache
    before = pdf(respondent)
    publish_peers(alone, range(31, 51))

    among = pdf(respondent)

    assert "No comparison with peers" in words(before)
    assert "in the highest quarter" in words(among)
    assert (pdf(respondent), built.builds) == (among, 2)


def test_peers_of_other_cohorts_change_nothing(alone: Flask) -> None:
    publish_peers(alone, range(31, 51))
    respondent = complete_assessment(alone)
    before, made = pdf(respondent), alone.extensions["muster"].pdf_cache.builds
    # Too few to be shown: the snapshot stays.
    publish_peers(alone, [90], MEDIA)

    assert (pdf(respondent), alone.extensions["muster"].pdf_cache.builds) == (before, made)


def test_an_interim_result_has_no_peers_and_a_complete_board_s_page_has_them(alone: Flask) -> None:
    publish_peers(alone, range(31, 51))
    interim = Respondent(alone.test_client()).starts("full").answers("G", "save", G1="2")

    assert "No comparison with peers" in words(pdf(interim))
    assert "quarter" not in words(pdf(interim, "board"))
    assert "is in the highest quarter" in words(pdf(complete_assessment(alone), "board"))
