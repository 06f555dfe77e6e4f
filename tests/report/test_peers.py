"""Peers in the scorecard’s PDF: what the page tells of them, and nothing where none are published."""

import json

import pytest

from app.maturity.peers import Peers
from app.maturity.text import Language
from app.report.scorecard import render_scorecard
from app.translations import translator
from tests.figures.among import peers
from tests.figures.cast import LANGUAGES, card
from tests.report.reading import among, plain, reader, words


def without(language: Language, found: Peers | None) -> str:
    """Give the words of a document to which these peers were given."""
    content = render_scorecard(card("bellatrix"), language, translator(language), among=found)
    return words(content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cohort_of_one_s_own_is_defined_counted_and_dated(language: Language) -> None:
    said = words(among(20, language))

    for sentence in ("All organisations", "Organisations of type “%(type)s”", "Your peers"):
        given = {"type": translator(language)("Supplier")}
        assert plain(translator(language)(sentence) % given) in said
    assert {"en": "At least 20 organisations, as published in November 2026"}.get(
        language, "Au moins 20 organisations, chiffres publiés en novembre 2026"
    ) in said


def test_every_cell_of_the_tables_is_in_the_document() -> None:
    said = words(among(20, "en"))

    # Twenty suppliers at 41 to 60: told as 45, 50 and 55; all at 0 in G and at 100 in V.
    assert "in the lowest quarter 45 50 55" in said
    assert "10 or less 10 or less 10 or less" in said
    assert "90 or more 90 or more 90 or more" in said


@pytest.mark.parametrize("found", [None, Peers("", ())])
def test_without_published_peers_one_line_says_so_and_no_section_does(found: Peers | None) -> None:
    said = without("en", found)

    assert said.count("Not among peers") == 1
    assert "Your peers" not in said


def test_the_peers_are_a_section_of_the_contents_and_the_bookmarks() -> None:
    outline = [str(each["/Title"]) for each in reader(among(20, "en")).outline if isinstance(each, dict)]

    assert "Your peers" in outline


def test_the_same_scorecard_and_peers_give_the_same_bytes_and_other_peers_others() -> None:
    found, other = peers(card("bellatrix"), 20), peers(card("bellatrix"), 35)
    made = [render_scorecard(card("bellatrix"), "en", str, among=each) for each in (found, found, other)]

    assert made[0] == made[1] != made[2]


def test_the_file_inside_holds_the_published_figures_and_one_s_own_positions() -> None:
    content = json.loads(reader(among(20, "fr")).attachments["peers.json"][0])

    assert (content["month"], len(content["cohorts"])) == ("2026-11", 3)
    overall = content["cohorts"][0]["measures"]["overall"]
    assert overall["figures"] == {"n": 20, "median": 50, "lower": 45, "upper": 55}
    assert (overall["own"], overall["position"]) == (40, "lowest_quarter")
