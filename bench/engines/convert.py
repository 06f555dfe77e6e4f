"""Muster's document as a story: the blocks that ReportLab draws, without ReportLab."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from app.figures.palette import ACCENT, GREY_LINE
from app.figures.svg import render_svg
from app.typesetting.document import DocumentMetadata
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading, TableOfContents
from app.typesetting.layout.labelled_row import Entry, LabelledRow
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.table_block import TableBlock
from app.typesetting.layout.text_and_chart import TextAndChart
from app.typesetting.layout.together import Together
from app.typesetting.tagged.links import Address, Destination
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import (
    CELL,
    CELL_NUMBER,
    ENTRY_LABEL,
    GUTTER,
    HEAD,
    HEAD_NUMBER,
    MAIN_BODY,
    NUMBERED,
    SECTION,
    WIDTH,
    Style,
)
from bench.engines import story
from bench.engines.story import Look, Picture, Run, Story, StoryParagraph, Table

_ENTRY = Style(10, 13, after=0)
_ENTRY_LINE = 20.0


def convert(metadata: DocumentMetadata, chapters: Sequence[Sequence[Block]]) -> Story:
    """Return the story of a document’s chapters."""
    return Story(
        title=metadata.title,
        running=metadata.header,
        footer=metadata.footer,
        page_of=metadata.page_label,
        language=metadata.language,
        link=ACCENT,
        line=GREY_LINE,
        parts=tuple(tuple(piece for block in chapter for piece in _convert(block)) for chapter in chapters),
    )


def _convert(block: Block) -> Iterator[story.Piece]:
    yield from _CONVERTERS[type(block)](block)


def _prose(prose: Paragraph) -> Iterator[StoryParagraph]:
    yield _paragraph(prose.words, prose.style, listed=prose.path == LISTED, key=prose.key)


def _section(section: SectionHeading) -> Iterator[StoryParagraph]:
    yield _paragraph(section.title, SECTION, level=1, key=section.key)


def _part(part: Subheading) -> Iterator[StoryParagraph]:
    yield _paragraph(part.title, part.style, level=part.level, key=part.key)


def _contents(contents: TableOfContents) -> Iterator[story.Contents]:
    entries = tuple((section.key, section.title) for section in contents.sections)
    yield story.Contents(entries, _look(_ENTRY), _ENTRY_LINE)


def _figure(figure: ChartBlock) -> Iterator[Picture]:
    chart = figure.chart
    yield Picture(
        render_svg(chart),
        f"{chart.title}. {chart.description}",
        tuple((type(each).__name__, asdict(each)) for each in chart.primitives),
        (chart.width, chart.height),
        figure.drawn_width,
        figure.after,
    )


def _pair(pair: TextAndChart) -> Iterator[story.Columns]:
    words = tuple(piece for prose in pair.stack for piece in _prose(prose))
    chart = tuple(_figure(pair.chart))
    width = pair.chart.drawn_width
    yield story.Columns(words, chart, (WIDTH - width - GUTTER, width), False, pair.after, pair.keep_with_next)


def _beside(beside: SideBySide) -> Iterator[story.Columns]:
    left = tuple(piece for prose in beside.rail for piece in _prose(prose))
    first, *rest = beside.main
    head = _paragraph(first.words, first.style, level=beside.level)
    right = (head, *(piece for prose in rest for piece in _prose(prose)))
    widths = beside.indent - GUTTER, WIDTH - beside.indent
    yield story.Columns(left, right, widths, beside.ruled, beside.after, beside.keep_with_next)


def _labelled(row: LabelledRow) -> Iterator[story.Columns]:
    left = (_paragraph(row.label, ENTRY_LABEL),)
    right = tuple(
        _paragraph(_marked(each), replace(MAIN_BODY, after=row.gap), listed=bool(each.mark))
        for each in row.entries
    )
    widths = NUMBERED - GUTTER, WIDTH - NUMBERED
    yield story.Columns(left, right, widths, False, row.after, row.keep_with_next)


def _marked(entry: Entry) -> RichText:
    words = [Span(entry.words)] if isinstance(entry.words, str) else entry.words
    return [Span(f"{entry.mark}  "), *words] if entry.mark else words


def _together(together: Together) -> Iterator[story.Piece]:
    # The other engines break pages as they can.
    yield from (piece for block in together.blocks for piece in _convert(block))


def _grid(grid: TableBlock) -> Iterator[Table]:
    ends = [column.align == "end" for column in grid.columns]
    headings = [column.heading for column in grid.columns]
    header = _row(headings, [HEAD_NUMBER if end else HEAD for end in ends]) if any(headings) else ()
    rows = tuple(_row(row, [CELL_NUMBER if end else CELL for end in ends]) for row in grid.rows)
    yield Table(
        header, rows, tuple(column.width for column in grid.columns), grid.row_header_column, grid.after
    )


def _row(row: Sequence[RichText], styles: Sequence[Style]) -> tuple[StoryParagraph, ...]:
    return tuple(_paragraph(words, style) for words, style in zip(row, styles, strict=True))


def _paragraph(
    words: RichText, style: Style, *, listed: bool = False, level: int | None = None, key: str | None = None
) -> StoryParagraph:
    spans = (
        (Run(words),)
        if isinstance(words, str)
        else tuple(Run(span.text, span.strong, _address(span.target)) for span in words)
    )
    return StoryParagraph(spans, _look(style), listed, level, key)


def _address(target: Address | Destination | None) -> str | None:
    if isinstance(target, Destination):
        return f"#{target.key}"
    return target.url if target else None


def _look(style: Style) -> Look:
    return Look(
        style.size,
        style.leading,
        style.strong,
        style.colour,
        style.before,
        style.after,
        style.indent,
        style.align == "end",
        style.keep_with_next,
    )


_CONVERTERS: dict[type, Callable[[Any], Iterator[story.Piece]]] = {
    Paragraph: _prose,
    SectionHeading: _section,
    Subheading: _part,
    TableOfContents: _contents,
    ChartBlock: _figure,
    TextAndChart: _pair,
    SideBySide: _beside,
    LabelledRow: _labelled,
    Together: _together,
    TableBlock: _grid,
}
