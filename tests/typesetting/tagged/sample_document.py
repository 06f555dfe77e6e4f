"""A small document with one of each kind of element."""

from datetime import date
from functools import cache
from io import BytesIO

from app.typesetting.tagged import tags
from app.typesetting.tagged.attachments import Attachment
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.links import Address, Destination
from app.typesetting.tagged.metadata import DocumentInformation, XmpProperty, XmpSchema
from app.typesetting.tagged.tags import Tag
from app.typesetting.text.fonts import REGULAR, register_fonts

INFORMATION = DocumentInformation(
    title="Readiness – Ⅰ & Ω",
    author="Bellatrix <Ltd>",
    subject="Sample",
    language="en",
    document_date=date(2026, 11, 1),
    creator="Muster",
    xmp_schemas=(
        XmpSchema(
            "https://muster.example/ns/",
            "muster",
            "Muster",
            (XmpProperty("checksum", "abc", "SHA-256 of the scorecard"),),
        ),
    ),
)
FILES = (
    Attachment("b.json", "application/json", "The scorecard", b'{"b": 1}'),
    Attachment("a.json", "application/json", "The answers", b'{"a": 1}', "Source"),
)


def canvas(file: BytesIO, information: DocumentInformation = INFORMATION) -> TaggedCanvas:
    """Begin a document of small pages."""
    register_fonts()
    return TaggedCanvas(file, information, pagesize=(300, 300), attachments=FILES)


@cache
def sample_document() -> bytes:
    """Return two pages with every kind of element."""
    file = BytesIO()
    page = canvas(file)
    _headings(page)
    _blocks(page)
    page.rect(10, 10, 5, 5)
    page.showPage()
    with page.element(tags.PARAGRAPH, reopen=True):
        written(page, "that goes on.")
    with page.element(Tag("Note", id="note-1")):
        written(page, "A note.")
    page.save()
    return file.getvalue()


def written(page: TaggedCanvas, words: str) -> None:
    """Write text of the open element."""
    page.setFont(REGULAR, 12)
    with page.marked():
        page.drawString(20, 100, words)


def _headings(page: TaggedCanvas) -> None:
    for level, title in ((1, "First"), (2, "Second"), (3, "Third")):
        with page.heading(level, title, 250, title):
            written(page, title)


def _blocks(page: TaggedCanvas) -> None:
    with page.element(tags.CONTENTS, tags.CONTENTS_ITEM, tags.REFERENCE, tags.LINK) as link:
        written(page, "First")
        page.link(link, (20, 90, 60, 110), "First, page 1", Destination("First"))
    with page.element(tags.PARAGRAPH, tags.LINK) as link:
        written(page, "elsewhere")
        page.link(link, (20, 90, 60, 110), "elsewhere", Address("https://muster.example/"))
    with page.element(tags.LIST, tags.ITEM):
        with page.element(tags.LABEL):
            written(page, "1")
        with page.element(tags.BODY):
            written(page, "An item")
    with page.element(tags.CAPTION):
        written(page, "A table")
    with page.element(tags.TABLE):
        for header, cell in ((tags.COLUMN_HEADER, tags.COLUMN_HEADER), (tags.ROW_HEADER, tags.CELL)):
            with page.element(tags.ROW):
                for tag in (header, cell):
                    with page.element(tag):
                        written(page, "x")
    with page.element(Tag("Figure", alternative="A dot", box=(0, 0, 9, 9))), page.marked():
        page.circle(5, 5, 3)
    with page.element(tags.PARAGRAPH):
        written(page, "A paragraph")
