"""A document as DOCX: its body is written into the parts in ``docx`` (decision 26)."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape, quoteattr

from app.exchange.sheet_text import xml_text
from app.maturity.text import Language
from app.report.policy.draft_document import (
    DraftBlock,
    DraftCell,
    DraftDocument,
    DraftParagraph,
    DraftRun,
    DraftTable,
    Runs,
)
from app.report.policy.zipped import zip_parts

_PARTS = Path(__file__).parent / "docx"
_NAMES = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/footer1.xml": "footer1.xml",
}
_LANGUAGES: dict[Language, str] = {"en": "en-GB", "fr": "fr-FR"}
_STYLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "heading1": "Heading1",
    "heading2": "Heading2",
    "body": "Normal",
    "item": "Item",
    "clause": "Clause",
    "note": "Note",
    "note_item": "NoteItem",
    "cell": "TableText",
    "cell_heading": "TableHeading",
}
_LOOKS = {"strong": "Strong", "placeholder": "Placeholder"}
# The lists in numbering.xml: one for each language, so that both count on side by side.
_LISTS: dict[Language, int] = {"en": 1, "fr": 2}
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
# Of text, in half points; columns side by side are narrow.
_SIZE, _SIDE_BY_SIDE_SIZE = 22, 20
# A row to write in by hand.
_BLANK_ROW = '<w:trHeight w:val="680"/>'
# The width of a table in twentieths of a point: A4 without its margins.
_WIDTH = 9298


def write_docx(document: DraftDocument) -> bytes:
    """Write a document as DOCX; equal documents give equal bytes."""
    values = {
        "title": escape(xml_text(document.title)),
        "language": _LANGUAGES[document.languages[0]],
        "size": _SIDE_BY_SIDE_SIZE if len(document.languages) > 1 else _SIZE,
        "body": "".join(map(_block, document.blocks)) + _after(document.blocks[-1]),
        "footer": _runs(document.footer),
    }
    return zip_parts(
        (name, Template((_PARTS / part).read_text("utf-8")).substitute(values).encode())
        for name, part in _NAMES.items()
    )


def _after(last: DraftBlock) -> str:
    """Return what must follow a table at the end: Word requires a paragraph there."""
    return "<w:p/>" if isinstance(last, DraftTable) else ""


def _block(block: DraftBlock) -> str:
    return _paragraph(block) if isinstance(block, DraftParagraph) else _table(block)


def _paragraph(paragraph: DraftParagraph) -> str:
    numbered = ""
    if paragraph.style == "clause":
        list = _LISTS[paragraph.language]
        numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr>'
    style = f'<w:pStyle w:val="{_STYLES[paragraph.style]}"/>'
    return f"<w:p><w:pPr>{style}{numbered}</w:pPr>{_runs(paragraph.runs)}</w:p>"


def _runs(runs: Runs) -> str:
    return "".join(part for run in runs for part in _run(run))


def _run(run: DraftRun) -> Iterator[str]:
    look = f'<w:rStyle w:val="{_LOOKS[run.look]}"/>' if run.look in _LOOKS else ""
    properties = f'<w:rPr>{look}<w:lang w:val="{_LANGUAGES[run.language]}"/></w:rPr>'
    text = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in xml_text(run.text).split("\t")
    )
    contents = [text]
    if run.field:
        code = f'<w:instrText xml:space="preserve"> {_FIELDS[run.field]} </w:instrText>'
        contents = [_field("begin"), code, _field("separate"), text, _field("end")]
    return (f"<w:r>{properties}{content}</w:r>" for content in contents)


def _field(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def _table(table: DraftTable) -> str:
    widths = [_WIDTH * share // 100 for share in table.shares]
    look = (
        f'<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="{int(table.named_rows)}" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
    )
    title = quoteattr(xml_text(table.title))
    properties = (
        f'<w:tblPr><w:tblStyle w:val="PolicyTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val={title}/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    # LibreOffice 7.4 loses rows of several paragraphs that may not break over pages.
    whole = "<w:cantSplit/>" if table.named_rows else ""
    head = _row([(each,) for each in table.head], widths, "<w:cantSplit/><w:tblHeader/>")
    rows = "".join(_row(row, widths, whole + _height(row)) for row in table.rows)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _height(cells: Sequence[DraftCell]) -> str:
    return "" if any(each.runs for cell in cells for each in cell) else _BLANK_ROW


def _row(cells: Sequence[DraftCell], widths: Sequence[int], properties: str) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(map(_paragraph, cell))}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"
