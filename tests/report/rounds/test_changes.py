"""The chapter on what changed: there if there is something, and as the page says it."""

import pytest

from app.maturity.text import LANGUAGES, Language
from app.report import document_of_file
from app.report.rounds.change_words import describe_change
from app.report.rounds.trend_words import describe_trend
from tests.figures.cast import wording_in
from tests.figures.cast_rounds import MOST, history, round_card
from tests.report.documents import plain, reader, words
from tests.report.rounds.round_documents import after_rounds
from tests.typesetting.tagged.structure_tree import tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_what_changed_is_in_the_pdf(language: Language) -> None:
    wording, shown = wording_in(language), history(5, upgraded=2)
    change, trend = describe_change(shown, wording), describe_trend(shown, wording)
    assert change is not None
    assert trend is not None
    printed = words(after_rounds(5, language, upgraded=2))

    expected = [change.finding, change.compared, change.arithmetic, change.moved_lead, trend.finding]
    expected += [cell for pair in (*change.notes, *change.not_compared) for cell in pair]
    expected += [cell for row in (*change.measures.rows, *change.moved.rows) for cell in row]
    expected += trend.rounds
    expected += [text for each in change.done for text in (each.title, each.facts)]
    assert [each for each in expected if plain(each) not in printed] == []
    assert len(expected) > 100


def test_actions_done_since_are_named_in_order_with_practice_day_and_language() -> None:
    change = describe_change(history(3), wording_in("en"))

    assert change is not None
    assert [(each.title, each.language, each.facts) for each in change.done] == [
        ("Write it down", "en", "G1 Written policy, 1 January 2017"),
        ("Relire les règles <b>", "fr", "31 January 2017"),
    ]
    spoken = [each for each in tree(after_rounds(3, "en")).walk() if each.said.get("/Lang") == "fr"]
    assert sum("Relire les règles <b>" in each.whole for each in spoken) == 1


def test_a_first_round_has_no_such_chapter() -> None:
    printed = words(after_rounds(1, "en"))

    assert "What changed" not in printed
    assert printed == words(document_of_file.render_pdf(round_card(1, 1), "en", board=False))


def test_the_chapter_begins_a_page_and_is_in_the_contents() -> None:
    document = reader(after_rounds(3, "en"))

    headings = [heading.words for heading in tree(after_rounds(3, "en")).all("H1", "H2")]
    begins = [each for each in document.pages if each.extract_text().startswith("What changed\n")]
    assert headings.count("What changed") == 1
    assert len(begins) == 1


def test_forty_rounds_are_one_drawing_and_one_table() -> None:
    document = tree(after_rounds(MOST, "fr"))

    named = [each.said["/Alt"] for each in document.all("Figure")]
    (drawing,) = [each for each in named if "sous forme de courbes" in each]
    tables = [len(each.all("TR")) for each in document.all("Table")]
    assert f"Scores de {MOST} cycles" in drawing
    assert 1 + MOST in tables


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_reads_one_sentence_on_one_page(language: Language) -> None:
    content = after_rounds(MOST, language, board=True, upgraded=MOST // 2)
    trend = describe_trend(history(MOST, upgraded=MOST // 2), wording_in(language))

    assert trend is not None
    assert plain(f"{trend.finding}.") in words(content)
    assert len(reader(content).pages) == 1


def test_the_board_of_a_first_round_reads_nothing_of_a_trend() -> None:
    assert "Trend" not in words(after_rounds(1, "en", board=True))
