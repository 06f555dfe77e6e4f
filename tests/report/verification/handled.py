"""Documents as other people's programs leave them, made with the libraries that are at hand."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas


def with_pikepdf(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a document after a change by pikepdf."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(content)) as opened:
        change(opened)
        opened.save(saved)
    return saved.getvalue()


def with_pypdf(content: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """Return a document after a change by pypdf, which keeps the rest of it."""
    writer, saved = PdfWriter(clone_from=BytesIO(content)), BytesIO()
    change(writer)
    writer.write(saved)
    return saved.getvalue()


def agenda(*lines: str) -> bytes:
    """Return a page of somebody else's."""
    file = BytesIO()
    canvas = Canvas(file)
    for place, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * place, line)
    canvas.save()
    return file.getvalue()


def extended(content: bytes, other: bytes) -> bytes:
    """Return a document with the pages of another after its own."""

    def extend(opened: pikepdf.Pdf) -> None:
        with pikepdf.open(BytesIO(other)) as second:
            opened.pages.extend(second.pages)

    return with_pikepdf(content, extend)


def appended(*contents: bytes) -> bytes:
    """Return a new document with the pages of several, as pypdf appends them."""
    writer, saved = PdfWriter(), BytesIO()
    for each in contents:
        writer.append(BytesIO(each))
    writer.write(saved)
    return saved.getvalue()


def stamped(content: bytes, words: str) -> bytes:
    """Return a document with words over its second page."""
    stamp = PdfReader(BytesIO(agenda(words))).pages[0]
    return with_pypdf(content, lambda writer: writer.pages[1].merge_page(stamp))
