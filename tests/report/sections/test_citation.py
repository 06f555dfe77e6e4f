import re

import pytest

from app.maturity.text import Language
from tests.figures.cast import LANGUAGES, card, questionnaire
from tests.report.documents import CASES, pages, pdf, plain, reader, text
from tests.typesetting.tagged.structure_tree import Node, tree

CITED = re.compile(r"\b[FR]\d+\b")
each_language = pytest.mark.parametrize("language", LANGUAGES)


def notes(language: Language) -> dict[str, Node]:
    return {node.said["/ID"]: node for node in tree(pdf("bellatrix", "full", language)).all("Note")}


def words_outside(node: Node, *kinds: str) -> list[str]:
    """Return the words of an element and its descendants, except elements of some kinds."""
    if node.kind in kinds:
        return []
    return [node.words, *(words for kid in node.kids for words in words_outside(kid, *kinds))]


@each_language
@pytest.mark.parametrize(("name", "variant"), CASES)
def test_every_source_in_the_text_is_a_link(name: str, variant: str, language: Language) -> None:
    named = words_outside(tree(pdf(name, variant, language)), "Link", "Note")

    assert [words for words in named if CITED.search(words)] == []


@each_language
def test_every_citation_is_a_link_within_a_reference(language: Language) -> None:
    references = [
        node
        for node in tree(pdf("bellatrix", "full", language)).all("Reference")
        if CITED.match(node.kids[0].words)
    ]

    assert {each.kids[0].kind for each in references} == {"Link"}
    linked = {node.kids[0].words for node in tree(pdf("bellatrix", "full", language)).all("Reference")}
    cited = {id for each in card("bellatrix").recommendations for id in each.question.guidance}
    titles = {plain(f"{questionnaire().guidance[id].title.in_(language)} ({id})") for id in cited}
    assert titles
    assert titles <= set(map(plain, linked))


@each_language
def test_a_source_s_entry_is_a_note_with_its_id(language: Language) -> None:
    cited = {id for each in card("bellatrix").recommendations for id in each.question.guidance}

    found = notes(language)

    assert set(found) == cited | set(questionnaire().survey.figures)
    assert [id for id, note in found.items() if not note.words.startswith(id)] == []


@each_language
def test_a_citation_leads_to_the_page_of_its_entry(language: Language) -> None:
    document = reader(pdf("bellatrix", "full", language))
    drawn_figures = pages("bellatrix", "full", language)
    wrong = []
    for page in document.pages:
        for each in page.get("/Annots", ()):
            link = each.get_object()
            source = CITED.match(link["/Contents"])
            if source and "/Dest" in link:
                number = document.get_page_number(link["/Dest"][0].get_object())
                wrong += [source] if source.group() not in drawn_figures[number or 0] else []

    assert wrong == []


@each_language
def test_a_figure_in_a_chart_is_cited_with_its_year(language: Language) -> None:
    document = text("bellatrix", "full", language)
    drawn = [row.figure for each in card("bellatrix").opinions for row in each.question.options if row.figure]
    year = {"en": "in 2012", "fr": "en 2012"}[language]

    assert drawn
    assert [f.id for f in drawn if plain(f"{f.shown.in_(language)} {year} {f.id}") not in document] == []


@each_language
def test_the_glossary_explains_the_words_of_the_page(language: Language) -> None:
    name = {"en": "Glossary", "fr": "Glossaire"}[language]
    sections = tree(pdf("bellatrix", "full", language)).all("Sect")
    glossary = next(each for each in sections if [node.words for node in each.all("H1")] == [name])

    terms = {item.words.split("  ")[0] for item in glossary.all("LBody")}

    expected = {
        "en": {"Readiness", "Level", "Must-have", "Foundation", "Finding", "Target", "Gain"},
        "fr": {"Maturité", "Niveau", "Verrou", "Socle", "Constat", "Cible", "Gain"},
    }
    assert expected[language] <= terms
