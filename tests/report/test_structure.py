from itertools import pairwise

import pytest

from app.maturity.text import Language
from app.translations.wording import quote
from tests.figures.cast import LANGUAGES, card, charts, questionnaire
from tests.report.documents import (
    CASES,
    blank,
    board,
    pdf,
    pdf_among_peers,
    plain,
    published_peers_pdf,
    reader,
)
from tests.report.guarantees.reading_order import bookmarks, headings
from tests.typesetting.tagged.structure_tree import loose, tree

DOCUMENTS = {
    **{
        f"{name} {language}": pdf(name, variant, language)
        for name, variant in CASES[1:]
        for language in LANGUAGES
    },
    "bellatrix en": pdf("bellatrix", "full", "en"),
    "among peers fr": pdf_among_peers(35, "fr"),
    "published fr": published_peers_pdf(35, "fr"),
    "blank fr": blank("full", "fr"),
    "board en": board("capella", "quick", "en"),
    "board fr": board("bellatrix", "full", "fr"),
}
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_document = pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)


@each_document
def test_headings_are_the_bookmarks(content: bytes) -> None:
    assert headings(tree(content)) == bookmarks(reader(content).outline)


@each_document
def test_headings_skip_no_level(content: bytes) -> None:
    levels = [level for level, _ in headings(tree(content))]

    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@each_document
def test_every_table_has_as_many_cells_in_each_row_and_a_header(content: bytes) -> None:
    for table in tree(content).all("Table"):
        rows = [node for node in table.kids if node.kind == "TR"]
        assert len({len(row.kids) for row in rows}) == 1
        assert {cell.said["/Scope"] for row in rows for cell in row.all("TH")} <= {"/Row", "/Column"}
        assert all(row.all("TH") for row in rows)


@each_document
def test_a_list_holds_items_only_and_no_item_is_empty(content: bytes) -> None:
    for found in tree(content).all("L"):
        assert {kid.kind for kid in found.kids} <= {"LI", "Caption"}
        assert all(item.all("LBody") for item in found.kids if item.kind == "LI")


@each_document
def test_running_headers_and_page_numbers_are_artifacts(content: bytes) -> None:
    pages = len(reader(content).pages)
    whole = " ".join(node.words for node in tree(content).walk())

    assert "Muster ·" not in whole
    assert loose(content).count("Muster ·") == pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_a_figure_with_its_finding_and_data_as_alternative_text(language: Language) -> None:
    alternatives = [node.said["/Alt"] for node in tree(pdf("bellatrix", "full", language)).all("Figure")]

    drawn = {plain(f"{chart.title}. {chart.description}") for chart in charts(card("bellatrix"), language)}
    assert alternatives
    assert set(alternatives) <= drawn


def test_a_table_over_two_pages_is_one_table_with_one_header() -> None:
    tables = tree(pdf("bellatrix", "full", "en")).all("Table")
    header = "Actions (rank)"

    (longest,) = [max(tables, key=lambda table: len(table.kids))]
    found = [cell.words for cell in longest.all("TH") if cell.said["/Scope"] == "/Column"]
    assert len(found) == len(set(found))
    assert header in [cell.words for table in tables for cell in table.all("TH")]


def test_a_recommendation_is_read_from_its_rank_to_its_guidance() -> None:
    sections = tree(pdf("bellatrix", "full", "en")).all("Sect")
    first = next(each for each in sections if each.kids[0].words.startswith("1 E3"))

    read = " ".join(node.words for node in first.walk())
    order = [
        "1 E3  Crisis plan",
        "Must-have still missing",
        "Owner: ",
        "By when: ",
        "Gain: ",
        "Answer",
        "We don’t know",
        "Target",
        "3 Applied",
        "Next steps",
        "1.",
        "Why",
        "Evidence",
        "Guidance",
    ]
    assert [read.index(words) for words in order] == sorted(read.index(words) for words in order)


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_evidence_and_guidance_are_lists(language: Language) -> None:
    scorecard = card("bellatrix")
    first = scorecard.recommendations[0]
    sections = tree(pdf("bellatrix", "full", language)).all("Sect")
    section = next(each for each in sections if each.kids[0].words.startswith(f"1 {first.question.id}"))

    steps, evidence, guidance = ([item.whole for item in found.kids] for found in section.all("L"))
    expected = [f"{number}.{step.in_(language)}" for number, step in enumerate(first.actions, start=1)]
    assert list(map(plain, steps)) == list(map(plain, expected))
    assert len(evidence) == len(first.question.evidence)
    assert len(guidance) == len(first.question.guidance)


@each_document
def test_the_texts_of_a_drawing_are_artifacts(content: bytes) -> None:
    figures = tree(content).all("Figure")

    # A caption belongs to its drawing and is read with it.
    drawn = [kid.whole for figure in figures for kid in figure.kids if kid.kind != "Caption"]
    assert [words for words in (*drawn, *(figure.words for figure in figures)) if words] == []
    assert [figure.said["/Alt"] for figure in figures if len(figure.said["/Alt"]) < 20] == []


@pytest.mark.parametrize("name", ["bellatrix en", "capella fr", "blank fr"])
def test_the_title_is_the_first_heading(name: str) -> None:
    content = DOCUMENTS[name]
    (level, title), *_ = headings(tree(content))

    information = reader(content).metadata
    assert level == 1
    assert information is not None
    assert str(information.title).startswith(plain(title))


def test_the_contents_link_every_section_by_its_name() -> None:
    document = tree(pdf("bellatrix", "full", "en"))
    (contents,) = document.all("TOC")

    linked = [node.words.rsplit(" ", 1)[0] for node in contents.all("Link")]
    title, *sections = (node.words for node in document.all("H1"))
    assert title == "Social media policy readiness"
    assert linked == sections


def foreign(language: Language) -> dict[str, str]:
    """Return the quotations and the titles that are not in a language, with their own."""
    survey, guidance = questionnaire().survey, questionnaire().guidance
    figures = survey.figures.values()
    cited = {id for each in card("bellatrix").recommendations for id in each.question.guidance}
    titles = {guidance[id].title.en: guidance[id].foreign_title(language) for id in cited}
    quotations = {quote(each.quote, each.quote_language): each.quote_language for each in figures}
    sources = dict(part for each in figures for part in each.source_parts(language))
    every = {**titles, **quotations, **sources, survey.title: "en"}
    return {plain(words): other for words, other in every.items() if other and other != language}


@each_language
def test_what_is_in_another_language_is_tagged_with_it_and_nothing_else(language: Language) -> None:
    # A passage over a line or page break is several spans, and a title with an address a link.
    said: dict[str, str] = {}
    for node in tree(pdf("bellatrix", "full", language)).all("Span"):
        words = plain(" ".join([node.words, *(kid.words for kid in node.kids)]))
        said[node.said["/Lang"]] = f"{said.get(node.said['/Lang'], '')} {words}".strip()

    expected = foreign(language)

    assert said.keys() == set(expected.values())
    assert [words for words, other in expected.items() if words not in said[other]] == []
    assert set(" ".join(said.values()).split()) == set(" ".join(expected).split())
