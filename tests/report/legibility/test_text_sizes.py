from typing import Any

import pytest

from app.report.sections import answers, board_page, glossary
from app.report.tasks import render_tasks
from app.typesetting.document import DocumentMetadata, build_pdf
from app.typesetting.layout import checkbox
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.text import style
from app.typesetting.text.style import Style
from tests.figures.cast import LANGUAGES, card, wording_in
from tests.report.documents import (
    CASES,
    blank,
    board,
    board_among_peers,
    pdf,
    pdf_among_peers,
    published_peers_pdf,
)
from tests.report.legibility.text_sizes import text_sizes
from tests.report.programme.programme_documents import letters, report
from tests.report.pulse_documents import poster, with_pulse
from tests.report.rounds.round_documents import after_rounds
from tests.report.voices.voice_documents import meeting, with_voices

SMALLEST = 8.5
SMALLEST_OF_BODY = 9.5
DOCUMENTS = {
    **{f"{case[0]} {language}": pdf(*case, language) for case in CASES for language in LANGUAGES},
    **{f"board {language}": board("bellatrix", "full", language) for language in LANGUAGES},
    **{
        f"tasks {language}": render_tasks(card("bellatrix"), "communications", wording_in(language))
        for language in LANGUAGES
    },
    "board among peers": board_among_peers(35, "fr"),
    "among peers": pdf_among_peers(35, "fr"),
    "rounds": after_rounds(5, "fr", upgraded=2),
    "board after rounds": after_rounds(5, "fr", board=True, upgraded=2),
    "published": published_peers_pdf(35, "en"),
    "blank": blank("full", "fr"),
    "pulse": with_pulse(35, "seniority", "fr"),
    "poster": poster("fr"),
    "voices": with_voices("fr"),
    "meeting": meeting("fr"),
    "programme": report(12, "fr"),
    "letters": letters(["École de guerre"], "fr"),
}
# What is read line by line; smaller are notes, captions of columns, labels of charts, header and footer.
BODY_STYLES: dict[str, Any] = {
    "body": style.BODY,
    "recommendations": style.MAIN_BODY,
    "facts": style.FACTS,
    "cells": style.CELL,
    "answers": answers._ANSWER,
    "notes": answers._NOTE,
    "glossary": glossary._ENTRY,
    "choices": checkbox._ROW,
    "board": board_page._TEXT,
    "facts of the board": board_page._FACTS,
}


@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)
def test_no_text_is_smaller_than_eight_and_a_half_points(content: bytes) -> None:
    sizes = text_sizes(content)

    assert sum(sizes.values()) > 5
    assert [size for size in sizes if size < SMALLEST] == []


@pytest.mark.parametrize("body", BODY_STYLES.values(), ids=BODY_STYLES)
def test_body_text_has_at_least_nine_and_a_half_points(body: Style) -> None:
    assert body.size >= SMALLEST_OF_BODY


def test_the_size_of_a_text_is_the_one_that_its_style_states() -> None:
    front = DocumentMetadata(title="t", subject="s", header="r", footer="f", page_label="p", language="en")

    sizes = text_sizes(build_pdf(front, lambda _: [[Paragraph("small", Style(6.2))]]))

    assert sizes[6.2] == 1
