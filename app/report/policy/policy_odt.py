"""A document as ODT: its body is written into the parts in ``odt`` (decision 26)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from app.exchange.sheet_text import xml_text
from app.maturity.text import Language
from app.report.policy.draft_document import (
    DraftBlock,
    DraftCell,
    DraftDocument,
    DraftParagraph,
    DraftRun,
    DraftTable,
    Look,
    Runs,
)
from app.report.policy.zipped import zip_parts

_PARTS = Path(__file__).parent / "odt"
_MIME = "application/vnd.oasis.opendocument.text"
_COUNTRIES: dict[Language, str] = {"en": "GB", "fr": "FR"}
_STYLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "body": "Text_20_body",
    "item": "Item",
    "clause": "Clause",
    "note": "Note",
    "note_item": "Note_20_Item",
    "cell": "Table_20_Contents",
    "cell_heading": "Table_20_Heading",
}
_HEADINGS = {"heading1": 1, "heading2": 2}
_NUMBERED: dict[Language, str] = {"en": "Clauses_en", "fr": "Clauses_fr"}
_BULLETS = {"item": "Items", "note_item": "Note_20_Items"}
_LOOKS: dict[Look, str] = {"plain": "", "strong": "Strong_20_Emphasis", "placeholder": "Placeholder"}
_FIELDS = {
    "page": '<text:page-number text:select-page="current">{}</text:page-number>',
    "pages": "<text:page-count>{}</text:page-count>",
}
# XML takes several spaces for one. A single one between two runs stays: it follows text.
_SPACES = re.compile("(?<= ) +|^ +")
# Of text, in points; columns side by side are narrow.
_SIZE, _SIDE_BY_SIDE_SIZE = 11, 10
# The width of a table: A4 without its margins.
_WIDTH_MM = 164


def write_odt(document: DraftDocument) -> bytes:
    """Write a document as ODT; equal documents give equal bytes."""
    first = document.languages[0]
    body = _Body()
    values = {
        "size": _SIDE_BY_SIDE_SIZE if len(document.languages) > 1 else _SIZE,
        "title": escape(xml_text(document.title)),
        "language": first,
        "country": _COUNTRIES[first],
        "languages": "".join(_language_styles()),
        "body": body.blocks(document.blocks),
        "columns": body.column_styles(),
        "footer": _runs(document.footer),
    }
    written = (
        (name, Template((_PARTS / Path(name).name).read_text("utf-8")).substitute(values).encode())
        for name in ("META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml")
    )
    return zip_parts([("mimetype", _MIME.encode()), *written])


class _Body:
    """The body that is being written: it counts lists and tables, which need names."""

    def __init__(self) -> None:
        self._lists: Counter[str] = Counter()
        self._tables: list[tuple[int, ...]] = []

    def blocks(self, blocks: Iterable[DraftBlock]) -> str:
        """Return blocks as XML; items that follow each other are one list."""
        return "".join(part for list, group in groupby(blocks, _list) for part in self._group(list, group))

    def column_styles(self) -> str:
        """Return the styles of the columns of all tables."""
        return "".join(
            f'<style:style style:name="t{table}.{column}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{_WIDTH_MM * share / 100:.1f}mm"/>'
            "</style:style>"
            for table, shares in enumerate(self._tables, start=1)
            for column, share in enumerate(shares, start=1)
        )

    def _group(self, list: str, blocks: Iterable[DraftBlock]) -> Iterator[str]:
        if not list:
            for block in blocks:
                yield self._table(block) if isinstance(block, DraftTable) else _paragraph(block)
            return
        items = (
            f"<text:list-item>{_paragraph(each)}</text:list-item>"
            for each in blocks
            if isinstance(each, DraftParagraph)
        )
        yield f"<text:list {self._name(list)}>{''.join(items)}</text:list>"

    def _name(self, list: str) -> str:
        """Return the name of a list, and if it is numbered of the list that it continues."""
        before = self._lists[list]
        self._lists[list] += 1
        continued = f' text:continue-list="{list}.{before}"' if before and list in _NUMBERED.values() else ""
        return f'xml:id="{list}.{before + 1}" text:style-name="{list}"{continued}'

    def _table(self, table: DraftTable) -> str:
        self._tables.append(table.shares)
        number = len(self._tables)
        columns = "".join(
            f'<table:table-column table:style-name="t{number}.{column}"/>'
            for column in range(1, len(table.shares) + 1)
        )
        head = self._row([(each,) for each in table.head], "head")
        rows = "".join(self._row(row, "cell") for row in table.rows)
        return (
            f'<table:table table:name="t{number}" table:style-name="table">{columns}'
            f"<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
        )

    def _row(self, cells: Sequence[DraftCell], style: str) -> str:
        written = "".join(
            f'<table:table-cell table:style-name="{style}" office:value-type="string">{self.blocks(cell)}'
            "</table:table-cell>"
            for cell in cells
        )
        look = "row" if any(each.runs for cell in cells for each in cell) else "blank"
        return f'<table:table-row table:style-name="{look}">{written}</table:table-row>'


def _list(block: DraftBlock) -> str:
    """Return the list that a block belongs to, or an empty text."""
    if isinstance(block, DraftTable):
        return ""
    return _NUMBERED[block.language] if block.style == "clause" else _BULLETS.get(block.style, "")


def _paragraph(paragraph: DraftParagraph) -> str:
    runs = _runs(paragraph.runs)
    level = _HEADINGS.get(paragraph.style)
    if level:
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{runs}</text:h>'
    return f'<text:p text:style-name="{_STYLES[paragraph.style]}">{runs}</text:p>'


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: DraftRun) -> str:
    text = _spaced(run.text)
    if run.field:
        text = _FIELDS[run.field].format(text)
    return f'<text:span text:style-name="{run.look}_{run.language}">{text}</text:span>'


def _spaced(text: str) -> str:
    """Return text as XML, with elements for tabs and for spaces that a reader would drop."""
    parts = _SPACES.sub(lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(xml_text(text)))
    return parts.replace("\t", "<text:tab/>")


def _language_styles() -> Iterator[str]:
    """Yield a style of text for each look in each language."""
    for language, country in _COUNTRIES.items():
        for look, parent in _LOOKS.items():
            based = f' style:parent-style-name="{parent}"' if parent else ""
            yield (
                f'<style:style style:name="{look}_{language}" style:family="text"{based}>'
                f'<style:text-properties fo:language="{language}" fo:country="{country}"/></style:style>'
            )
