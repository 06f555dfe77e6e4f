import re
import shutil
import subprocess
import unicodedata
from functools import cache
from io import BytesIO
from itertools import pairwise
from time import perf_counter
from typing import Any

import pikepdf
import pytest
from pypdf import PageObject
from pypdf.generic import ContentStream

from app.report.sections.answers import answers
from app.typesetting.document import DocumentMetadata, build_pdf
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.text.printable import MISSING_GLYPH, printable, printable_line
from app.typesetting.text.style import COVER_NAME
from tests.figures.cast import wording_in
from tests.report.corpus import HEAVY, MIXED, RIGHT_TO_LEFT, STRANGE, WRITTEN
from tests.report.documents import reader, rendered
from tests.report.test_hostile import hostile

_ENGLISH = wording_in("en")


@cache
def document(words: str) -> bytes:
    """Return two pages: words on the first; the same as header, comment and evidence on the second."""
    visible = printable(words, 200)
    front = DocumentMetadata(
        title=visible or "t",
        subject="s",
        header=printable_line(words, 200),
        footer="f",
        page_label="p",
        language="en",
    )
    typed = [Paragraph([Span("Comment  ", strong=True), Span(f"{visible} {visible}")])]
    return build_pdf(front, lambda _: [[Paragraph(visible, COVER_NAME)], typed])


@cache
def scorecard(words: str) -> bytes:
    """Return a scorecard whose organisation, comments and evidence are the same words."""
    return rendered(hostile(words, questions=1), "en")


def extracted_words(content: bytes) -> str:
    """Return the words of a document by pypdf, with presentation forms as letters."""
    text = " ".join(page.extract_text() for page in reader(content).pages)
    return unicodedata.normalize("NFKC", " ".join(text.split()))


def actual_texts(content: bytes) -> str:
    """Return the replacement texts (ActualText) of a document."""
    with pikepdf.open(BytesIO(content)) as file:
        things: list[Any] = [each for each in file.objects if isinstance(each, pikepdf.Dictionary)]
        return " ".join(
            str(each.ActualText) for each in things if each.get("/S") == "/Span" and "/ActualText" in each
        )


def positions(content: bytes, words: str) -> list[float]:
    """Return the horizontal positions at which words begin on the first page, in points."""
    places: list[float] = []

    def visit(text: str, _: object, matrix: list[float], *__: object) -> None:
        if words in text:
            places.append(matrix[4])

    reader(content).pages[0].extract_text(visitor_text=visit)
    return places


def codes(page: PageObject) -> bytes:
    """Return the codes of all characters that a page draws; 0 is the glyph of a missing character."""
    stream = ContentStream(page.get_contents(), None)
    return b"".join(
        operand.original_bytes
        for operands, operator in stream.operations
        if operator in (b"Tj", b"TJ")
        for operand in operands
    )


@pytest.mark.parametrize("script", WRITTEN)
def test_every_script_is_found_as_it_was_written(script: str) -> None:
    words = unicodedata.normalize("NFKC", WRITTEN[script])

    assert extracted_words(document(WRITTEN[script])).count(words) == 4


def test_every_script_is_found_in_every_field_of_a_scorecard() -> None:
    words = " ".join(WRITTEN[script] for script in ("Vietnamese", "Greek", "Hebrew", "Arabic", "Korean"))

    cover, *others = (
        unicodedata.normalize("NFKC", page.extract_text()) for page in reader(scorecard(words)).pages
    )

    answers = "".join(page for page in others if "Comment" in page and "Evidence" in page)
    assert [each for each in words.split() if each not in cover or answers.count(each) < 2] == []
    assert all(WRITTEN["Vietnamese"] in page for page in others)


@pytest.mark.parametrize("script", RIGHT_TO_LEFT)
def test_text_from_right_to_left_has_its_reading_order_as_actual_text(script: str) -> None:
    assert actual_texts(document(WRITTEN[script])).count(WRITTEN[script]) == 3


@pytest.mark.parametrize("script", [script for script in WRITTEN if script not in RIGHT_TO_LEFT])
def test_text_from_left_to_right_is_drawn_in_reading_order(script: str) -> None:
    assert actual_texts(document(WRITTEN[script])) == ""


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed (poppler-utils)")
@pytest.mark.parametrize("script", WRITTEN)
def test_pdftotext_finds_every_script(script: str) -> None:
    command = [shutil.which("pdftotext") or "", "-", "-"]
    run = subprocess.run(command, input=document(WRITTEN[script]), capture_output=True, check=True)  # noqa: S603  # our own bytes

    text = re.sub(r"[\u202a-\u202e\s]", "", run.stdout.decode())
    assert text.count(unicodedata.normalize("NFC", WRITTEN[script]).replace(" ", "")) == 4


def test_hebrew_points_and_arabic_marks_follow_their_letters() -> None:
    for words in ("שָׁלוֹם עֲלֵיכֶם", "مُحَمَّدٌ رَسُولُ"):
        assert extracted_words(document(words)).count(unicodedata.normalize("NFKC", words)) == 4


def test_text_from_right_to_left_is_aligned_right() -> None:
    assert min(positions(document("שלום"), "שלום")) > 400
    assert min(positions(document("Bellatrix"), "Bellatrix")) < 100


def test_a_label_before_text_from_right_to_left_has_its_own_line() -> None:
    english, hebrew = (
        next(
            block
            for block in answers(hostile(words, questions=1), _ENGLISH)
            if isinstance(block, Paragraph) and block.plain_text.startswith("Comment")
        )
        for words in ("words", "שלום")
    )

    assert (english.plain_text, hebrew.plain_text) == ("Comment  words", "Comment\nשלום")


@pytest.mark.parametrize("name", MIXED)
def test_the_words_of_a_mixed_sentence_are_in_order(name: str) -> None:
    text, wanted = extracted_words(document(MIXED[name])), re.findall(r"\w+", MIXED[name])

    start = text.index(wanted[0])
    places = [text.index(word, start) for word in wanted]
    assert all(before < after for before, after in pairwise(places))


@pytest.mark.parametrize("words", [*WRITTEN.values(), *MIXED.values(), *STRANGE.values(), *HEAVY.values()])
def test_no_character_is_drawn_without_a_glyph(words: str) -> None:
    assert [page for page in reader(document(words)).pages if b"\x00" in codes(page)] == []


def test_a_document_can_draw_a_missing_glyph() -> None:
    # The premise of the test above: ReportLab uses code 0 for a character that a font lacks.
    from reportlab.pdfgen.canvas import Canvas

    from app.typesetting.text.fonts import REGULAR, load_font

    load_font(REGULAR)
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont(REGULAR, 12)
    canvas.drawString(50, 50, "汉")
    canvas.save()

    assert b"\x00" in codes(reader(file.getvalue()).pages[0])


@pytest.mark.parametrize(
    "words", ["Rocket 🚀", "Rocket \ue000", "Rocket \u0378", "Rocket 👩🏽\u200d🚀", "Rocket \U0001d54f"]
)
def test_a_character_that_no_font_has_is_replaced_by_a_mark(words: str) -> None:
    assert extracted_words(document(words)).count(f"Rocket {MISSING_GLYPH}") == 4


@pytest.mark.parametrize("words", HEAVY.values(), ids=HEAVY.keys())
def test_texts_at_their_limits_are_set_in_bounded_time(words: str) -> None:
    start = perf_counter()

    content = rendered(hostile(words * 2000, questions=6), "en")

    assert len(reader(content).pages) <= 60
    # Measured at less than a second on two busy cores; anything quadratic in the length takes minutes.
    assert perf_counter() - start < 20


def test_the_same_words_in_any_script_give_the_same_bytes() -> None:
    words = " ".join(WRITTEN.values())

    assert rendered(hostile(words, questions=1), "fr") == rendered(hostile(words, questions=1), "fr")
