"""Peers in the scorecard’s PDF: the same figures as on the page, and no section if none are published."""

import json
from dataclasses import replace

import pytest

from app.maturity.peers.standings import PeerStandings
from app.maturity.text import Language
from app.report.published_peers import render_published_peers
from app.report.scorecard import render_scorecard
from app.translations import translator
from tests.figures.cast import LANGUAGES, card, questionnaire, wording_in
from tests.figures.cast_peers import a_contribution_at, among_suppliers
from tests.maturity.peers.build import first_snapshot
from tests.report.documents import pdf_among_peers, plain, reader, words


def words_with(language: Language, found: PeerStandings | None) -> str:
    """Return the words of a document rendered with these standings."""
    content = render_scorecard(card("bellatrix"), wording_in(language), standings=found)
    return words(content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_own_cohort_has_its_definition_size_and_month(language: Language) -> None:
    printed = words(pdf_among_peers(20, language))

    for sentence in ("All organisations", "Organisations of type “%(type)s”", "Your peers"):
        values = {"type": translator(language)("Supplier")}
        assert plain(translator(language)(sentence) % values) in printed
    assert {"en": "At least 20 organisations, as published in November 2026"}.get(
        language, "Au moins 20 organisations, chiffres publiés en novembre 2026"
    ) in printed


def test_every_cell_of_the_tables_is_in_the_document() -> None:
    printed = words(pdf_among_peers(20, "en"))

    # Twenty suppliers at 41 to 60: published as 45, 50 and 55; all at 0 in G and at 100 in V.
    assert "in the lowest quarter 45 50 55" in printed
    assert "10 or less 10 or less 10 or less" in printed
    assert "90 or more 90 or more 90 or more" in printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [10, 35])
def test_a_cohort_s_chart_and_table_are_on_one_page(number: int, language: Language) -> None:
    _ = translator(language)
    printed = [page.extract_text() for page in reader(pdf_among_peers(number, language)).pages]

    pictured = [page for page in printed if _("median of the peers") in page]
    assert len(pictured) >= 2
    assert all(_("Your position") in page for page in pictured)


def test_the_withheld_measures_of_a_cohort_are_named_above_its_table() -> None:
    contributed = {each: a_contribution_at(50) for each in range(9)}
    without_engagement = {name: points for name, points in contributed[0].scores.items() if name != "E"}
    contributed[9] = replace(contributed[0], scores=without_engagement)
    content = render_published_peers([(first_snapshot(contributed), questionnaire())], wording_in("en"))

    printed = words(content)
    assert printed.index("Not enough peers yet in: E Engagement") < printed.index("Lower quartile")


@pytest.mark.parametrize("found", [None, PeerStandings("", ())])
def test_without_published_peers_there_is_a_note_and_no_section(found: PeerStandings | None) -> None:
    printed = words_with("en", found)

    assert printed.count("No comparison with peers") == 1
    assert "Your peers" not in printed


def test_the_peers_are_in_the_contents_and_in_the_bookmarks() -> None:
    outline = [
        str(each["/Title"]) for each in reader(pdf_among_peers(20, "en")).outline if isinstance(each, dict)
    ]

    assert "Your peers" in outline


def test_the_same_scorecard_and_peers_give_the_same_bytes_and_other_peers_others() -> None:
    found, other = among_suppliers(card("bellatrix"), 20), among_suppliers(card("bellatrix"), 35)
    built = [
        render_scorecard(card("bellatrix"), wording_in("en"), standings=each)
        for each in (found, found, other)
    ]

    assert built[0] == built[1] != built[2]


def test_the_attached_file_contains_the_published_figures_and_the_own_positions() -> None:
    content = json.loads(reader(pdf_among_peers(20, "fr")).attachments["peers.json"][0])

    assert (content["month"], len(content["cohorts"])) == ("2026-11", 3)
    overall = content["cohorts"][0]["measures"]["overall"]
    assert overall["figures"] == {"n": 20, "median": 50, "lower": 45, "upper": 55}
    assert (overall["own"], overall["position"]) == (40, "lowest_quarter")
