"""Documents for tests, built part by part."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.exchange.policy import docx_text, odt_text
from app.exchange.policy.zip_parts import ZipParts
from app.maturity.policy.policy_text import TextBlock

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT_NAMES = " ".join(
    f'xmlns:{prefix}="{_OFFICE}{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"))
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"

Facts = list[tuple[str, str]]


def facts(blocks: Iterable[TextBlock]) -> Facts:
    """Return the kind and the text of blocks."""
    return [(block.kind, block.text) for block in blocks]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file with parts."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return content.getvalue()


def word(name: str, inner: str) -> str:
    """Return a part of a DOCX: an element with what is in it."""
    names = f'xmlns:w="{_WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return f"<w:{name} {names}>{inner}</w:{name}>"


def docx(body: str, **parts: str) -> bytes:
    """Return a DOCX with a body, and with the inner part of ``styles``, ``footnotes`` and the like."""
    others = {f"word/{name}.xml": word(name, inner) for name, inner in parts.items()}
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": word("document", f"<w:body>{body}</w:body>"),
            **others,
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of a DOCX."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read_docx(body: str, **parts: str) -> Facts:
    """Return what is read from a DOCX with a body."""
    return facts(docx_text.read(ZipParts(docx(body, **parts))))


def odt(body: str, automatic: str = "", styles: str = "") -> bytes:
    """Return an ODT with a body, its automatic styles and its own styles."""
    return zipped(
        {
            "mimetype": ODT_TYPE,
            "content.xml": f"<office:document-content {_ODT_NAMES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODT_NAMES}>{styles}</office:document-styles>",
        }
    )


def read_odt(body: str, automatic: str = "", styles: str = "") -> Facts:
    """Return what is read from an ODT with a body."""
    return facts(odt_text.read(ZipParts(odt(body, automatic, styles))))


Shown = tuple[float, float, str]
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"


def pdf(*pages: Iterable[Shown], fonts: Mapping[str, tuple[str, float]] | None = None) -> bytes:
    """Return a PDF without tags: pages with lines, each at its place in points, on A4.

    ``fonts`` has the font and the size of lines that are not of Helvetica in 11 points.
    """
    content = BytesIO()
    canvas = Canvas(content, pagesize=(595, 842), invariant=True)
    for lines in pages:
        for x, y, text in lines:
            canvas.setFont(*(fonts or {}).get(text, (REGULAR, 11)))
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def column(*lines: str, top: float = 700, left: float = 72, leading: float = 14) -> list[Shown]:
    """Return lines one below another; an empty one leaves room."""
    return [(left, top - place * leading, line) for place, line in enumerate(lines) if line]
