from io import BytesIO

import pikepdf
from pypdf import PdfReader

from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.fonts import REGULAR
from tests.typesetting.tagged.sample_document import FILES, INFORMATION, sample_document


def test_the_syntax_of_a_file_is_valid() -> None:
    with pikepdf.open(BytesIO(sample_document())) as document:
        assert document.check_pdf_syntax() == []


def test_the_same_drawing_always_gives_the_same_bytes() -> None:
    first = sample_document()
    sample_document.cache_clear()

    assert sample_document() == first


def test_other_words_give_another_identifier() -> None:
    files = []
    for words in ("one", "two"):
        files.append(BytesIO())
        page = TaggedCanvas(files[-1], INFORMATION, pagesize=(300, 300))
        page.setFont(REGULAR, 12)
        page.drawString(9, 9, words)
        page.save()

    one, two = (PdfReader(file).trailer["/ID"] for file in files)
    assert one != two


def test_every_stream_ends_with_its_own_line_end() -> None:
    # The length counts only the data, so a line end of the compressed data does not count.
    for stream in sample_document().split(b"stream\n")[1::2]:
        assert stream.endswith(b"\nend")


def test_attached_files_are_read_back_unchanged() -> None:
    found = PdfReader(BytesIO(sample_document())).attachments

    assert {name: contents[0] for name, contents in found.items()} == {
        each.name: each.content for each in FILES
    }


def test_bookmarks_are_below_the_bookmark_of_the_level_above() -> None:
    first, below = PdfReader(BytesIO(sample_document())).outline

    assert not isinstance(first, list)
    assert first.title == "First"
    assert isinstance(below, list)
    assert next(each if isinstance(each, list) else each.title for each in below) == "Second"


def test_page_labels_are_the_printed_numbers() -> None:
    assert PdfReader(BytesIO(sample_document())).page_labels == ["1", "2"]
