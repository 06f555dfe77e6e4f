"""The chapter on independent answers: there if there are any, whole, and in the order of the method."""

import pytest

from app.maturity.text import LANGUAGES, Language
from app.report import document_of_file
from app.translations.voice_words import agreement_words, choice_words, role_words, said_words
from tests.figures.cast import card, wording_in
from tests.figures.cast_voices import COMMENT, voices
from tests.report.documents import plain, reader, words
from tests.report.voices.voice_documents import agreed_voices, typed_voices, with_voices
from tests.typesetting.tagged.structure_tree import tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_practice_that_was_answered_is_named_with_what_was_said_and_every_comment(
    language: Language,
) -> None:
    wording, printed = wording_in(language), words(with_voices(language))

    said = voices()
    expected = [agreement_words(said.agreement, wording)]
    for each in (*said.disputed, *said.undisputed):
        expected += [said_words(each, wording), f"{each.question.id} {wording.text(each.question.name)}"]
        expected += [f"{role_words(one.role, wording)} {one.answer.comment}" for one in each.comments]
    assert len(said.disputed) > 5
    assert len(expected) > 100
    assert [each for each in expected if plain(each) not in printed] == []


def test_the_practices_in_disagreement_are_headings_in_the_order_of_the_method() -> None:
    headings = [plain(heading.words) for heading in tree(with_voices("en")).all("H2")]
    disputed = [title(each.question.id) for each in voices().disputed]
    start = headings.index(disputed[0])
    assert headings[start : start + len(disputed)] == disputed


def title(id: str) -> str:
    wording = wording_in("en")
    return f"{id} {wording.text(wording.questionnaire.question(id).name)}"


def test_each_chart_is_a_figure_that_speaks_every_role_and_answer() -> None:
    wording = wording_in("fr")
    spoken = [each.said["/Alt"] for each in tree(with_voices("fr")).all("Figure")]

    for said in voices().disputed:
        parts = [
            plain(
                wording.label_value(role_words(each.role, wording), choice_words(each.answer.choice, wording))
            )
            for each in said.given
        ]
        assert any(all(part in plain(each) for part in parts) for each in spoken)


def test_a_document_without_voices_has_no_such_chapter_and_no_such_file() -> None:
    without = document_of_file.render_pdf(card("bellatrix"), "en", board=False)

    assert "Independent answers" not in words(without)
    assert "voices.json" not in reader(without).attachments
    assert {"voices.json", "scorecard.json"} <= set(reader(with_voices("en")).attachments)
    assert COMMENT not in words(without)


def test_the_chapter_begins_a_page_and_is_in_the_contents() -> None:
    document = reader(with_voices("fr"))

    begins = [each for each in document.pages if each.extract_text().startswith("Réponses indépendantes\n")]
    assert len(begins) == 1
    assert "Réponses indépendantes" in document.pages[0].extract_text()


def test_without_disagreement_the_chapter_says_so() -> None:
    printed = words(document_of_file.render_pdf(card("bellatrix"), "en", board=False, voices=agreed_voices()))

    assert "The colleagues disagree on no practice" in printed
    assert "Practices without disagreement" in printed


def test_roles_and_comments_in_every_script_are_printed() -> None:
    content = document_of_file.render_pdf(
        card("bellatrix", "quick"), "en", board=False, voices=typed_voices()
    )

    printed = words(content)
    typed = {
        each.answer.comment
        for said in typed_voices().questions
        for each in said.comments
        if each.answer.comment.isascii() and each.answer.comment.isprintable()
    }
    assert len(typed) > 5
    assert [each for each in typed if plain(each)[:60] not in printed] == []
