"""The sheet for a meeting: a block for each practice in disagreement, with room to write."""

import pytest

from app.maturity.text import LANGUAGES, Language
from app.report.scorecard import render_scorecard
from app.report.voices.meeting_sheet import render_meeting_sheet
from tests.figures.cast import card, wording_in
from tests.figures.cast_voices import COMMENT, voices
from tests.report.documents import plain, reader, words
from tests.report.voices.voice_documents import agreed_voices, meeting, most_voices, typed_voices
from tests.typesetting.tagged.structure_tree import tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_disputed_practice_has_its_question_and_all_five_statements(language: Language) -> None:
    wording, printed = wording_in(language), words(meeting(language))

    expected = [
        wording.text(text)
        for said in voices().disputed
        for text in (said.question.name, said.question.text, *said.question.levels)
    ]
    assert len(expected) == 7 * len(voices().disputed)
    assert [each for each in expected if plain(each) not in printed] == []


def test_no_other_practice_is_on_it() -> None:
    headings = [heading.words for heading in tree(meeting("en")).all("H2")]

    assert [each.split()[0] for each in headings] == [each.question.id for each in voices().disputed]


def test_the_roles_stand_under_the_answer_that_they_gave_and_the_lowest_level_is_proposed() -> None:
    # A1: communications do not know, HR 1 and the committee gave 3, HR 2 gave 1 and security 2.
    printed = words(meeting("en", "full"))

    start = printed.index("A1 Account protection How")
    block = printed[start : printed.index("Reason", start)]
    assert (
        "accounts, half of them at most, have a second login step. Human resources 2 · proposed answer"
        in block
    )
    assert "Most of our accounts have a second login step. Security" in block
    assert "We don’t know Communications" in block
    assert COMMENT in block


def test_no_file_is_attached() -> None:
    assert reader(meeting("en")).attachments == {}


def test_each_practice_stands_whole_on_one_page() -> None:
    pages = [page.extract_text() for page in reader(meeting("fr")).pages]

    reasons = sum(page.count("Motif") for page in pages)
    assert reasons == len(voices().disputed)
    assert all(page.count("Nous ne savons pas") for page in pages if "Motif" in page)


def test_without_disagreement_the_sheet_says_so_in_one_page() -> None:
    content = render_meeting_sheet(card("bellatrix"), agreed_voices(), wording_in("en"))

    assert "The colleagues disagree on no practice" in words(content)
    assert "tick the answer" not in words(content)
    assert len(reader(content).pages) == 1


def test_equal_voices_give_equal_bytes_and_typed_text_of_every_kind_is_printed() -> None:
    sheets = {
        render_meeting_sheet(card("bellatrix", "quick"), typed_voices(), wording_in("fr")) for _ in range(2)
    }

    assert len(sheets) == 1
    assert len(reader(sheets.pop()).pages) > 10


def test_as_many_voices_as_there_can_be_with_the_longest_texts_are_printed() -> None:
    scorecard, heard, wording = card("bellatrix", "quick"), most_voices(), wording_in("fr")

    sheet = render_meeting_sheet(scorecard, heard, wording)
    chapter = render_scorecard(scorecard, wording, voices=heard)

    for content in (sheet, chapter):
        assert words(content).count("Nobody") == 100 * 3 * len(heard.roles)
