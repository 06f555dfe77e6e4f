"""The report of a programme: its submitting organisations side by side, as a PDF."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from app.figures.chart import DataTable
from app.figures.programme.distributions import distribution_dots, distribution_table, level_table
from app.figures.programme.tables import (
    below_target_table,
    organisation_table,
    progress_table,
)
from app.figures.programme.words import distribution_finding, ends_words, progress_words
from app.maturity.programme.programme import LABEL_LIMIT, NAME_LIMIT
from app.maturity.programme.side_by_side import Comparison
from app.report.metadata import build_metadata, edition_footer
from app.report.programme.day_words import change_table
from app.translations.dates import format_day
from app.translations.method_words import level_rule
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading, TableOfContents
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.printable import printable_line
from app.typesetting.text.style import (
    BODY,
    COVER_NAME,
    COVER_TITLE,
    LEAD,
    POINT,
    SMALL,
    WIDTH,
    WORDMARK,
)

# A section's heading with its blocks.
_Chapter = tuple[SectionHeading, Sequence[Block]]
# Widths of columns.
_MEASURE, _NAME, _OVERALL, _CHANGE = 150.0, 120.0, 70.0, 52.0
_DISTRIBUTION = (140.0, 74.0, 50.0, 50.0, 52.0, 56.0, 58.0)
_CHANGED, _COMPARED = (84.0, 58.0, 46.0), 50.0


def render_programme_report(comparison: Comparison, as_of: date, wording: Wording) -> bytes:
    """Return the report as of a day; the same comparison always gives the same bytes.

    It names the organisations that have submitted; of the others it says how many they are.
    """
    name = printable_line(comparison.programme.name, NAME_LIMIT)
    title = wording._("Social media policy readiness of the organisations of a programme")
    metadata = build_metadata(
        "programme",
        wording,
        title=f"{title} – {name}",
        footer=edition_footer(comparison.programme.variant, wording),
        header=name,
        document_date=as_of,
    )
    chapters = [build(comparison, wording) for build in _CHAPTERS]
    headings = [heading for heading, _blocks in chapters]

    def pages(numbers: dict[str, int]) -> Sequence[Sequence[Block]]:
        cover = _cover(comparison, title, name, as_of, headings, numbers, wording)
        return [cover, [block for heading, blocks in chapters for block in (heading, *blocks)]]

    return build_pdf(metadata, pages)


def _cover(
    comparison: Comparison,
    title: str,
    name: str,
    as_of: date,
    headings: Sequence[SectionHeading],
    numbers: dict[str, int],
    wording: Wording,
) -> list[Block]:
    _ = wording._
    day = _("As of %(day)s") % {"day": format_day(as_of, wording.language)}
    note = _(
        "This report shows what the organisations themselves submitted, and nothing else. Each of them agreed"
        " to show its results to the coordinator of the programme."
    )
    unread = _(
        "Submissions that cannot be read, and are not compared: %(count)s. Tell the operator of this service."
    ) % {"count": comparison.unreadable}
    return [
        Paragraph(_("Muster"), WORDMARK),
        Subheading("title", title, COVER_TITLE, level=1),
        Paragraph(name, COVER_NAME),
        Paragraph(day, LEAD),
        Paragraph(progress_words(comparison.progress, wording), LEAD),
        Paragraph(_("Contents"), POINT, path=(CAPTION,)),
        TableOfContents(tuple(headings), numbers, after=16),
        Paragraph(note, SMALL),
        *([Paragraph(unread, SMALL)] if comparison.unreadable else []),
    ]


def _distribution(comparison: Comparison, wording: Wording) -> _Chapter:
    _ = wording._
    blocks: list[Block] = [Paragraph(f"{distribution_finding(comparison, wording)}.", LEAD)]
    ends = ends_words(comparison, wording)
    if ends:
        blocks.append(Paragraph(ends, BODY))
    if comparison.overall.scores:
        blocks += [
            ChartBlock(distribution_dots(comparison, wording), WIDTH),
            Paragraph(
                _(
                    "Each dot is one organisation. Where many have the same score or nearly so, their dots"
                    " are beside each other around it. The line is the median: half of the organisations"
                    " are at it or below, half at it or above."
                ),
                SMALL,
            ),
        ]
    blocks += [
        Subheading("scores", _("Scores")),
        _table(distribution_table(comparison, wording), _DISTRIBUTION),
        Subheading("levels", _("Organisations at each level")),
        _table(level_table(comparison, wording), (_MEASURE, *_equal(WIDTH - _MEASURE, 5))),
    ]
    return SectionHeading("distribution", _("Distribution of the scores")), blocks


def _organisations(comparison: Comparison, wording: Wording) -> _Chapter:
    _, count = wording._, len(comparison.domains)
    names = (f"{each.letter} {wording.text(each.name)}" for each in comparison.domains)
    domains = _equal(WIDTH - _NAME - _OVERALL - _CHANGE, count)
    notes = (
        wording.join_items(names),
        level_rule(wording),
        _(
            "* Not like for like: the difference between the scores shown, because the answers were not"
            " submitted for both rounds."
        ),
    )
    rows = organisation_table(comparison.submitted, comparison, wording)
    blocks: list[Block] = [
        *(Paragraph(f"{note.removesuffix('.')}.", SMALL) for note in notes),
        _table(_printable(rows), (_NAME, _OVERALL, *domains, _CHANGE)),
    ]
    return SectionHeading("organisations", _("The organisations side by side")), blocks


def _practices(comparison: Comparison, wording: Wording) -> _Chapter:
    _ = wording._
    lead = _(
        "Counted over the %(count)s organisations that submitted their answers. “We don’t know” counts as"
        " below target; an organisation to which a practice does not apply is not counted."
    )
    if comparison.with_levels == 1:
        lead = _(
            "One organisation submitted its answers. “We don’t know” counts as below target; a practice"
            " that does not apply to it is not counted."
        )
    if not comparison.with_levels:
        lead = _("No organisation has submitted its answers.")
    blocks: list[Block] = [Paragraph(lead % {"count": comparison.with_levels}, LEAD)]
    if comparison.below_target:
        blocks.append(_table(below_target_table(comparison.below_target, wording), (300.0, 90.0, 90.0)))
    return SectionHeading("practices", _("Practices that are most often below target")), blocks


def _changes(comparison: Comparison, wording: Wording) -> _Chapter:
    _ = wording._
    table = change_table(comparison, wording)
    heading = SectionHeading("changes", _("What changed since the earlier submission"))
    if not table.rows:
        return heading, [Paragraph(_("No organisation has submitted two rounds yet."), BODY)]
    lead = _(
        "In points, from an organisation’s earlier submission to its newest. Where both hold the answers,"
        " the practices that applied both times are compared; otherwise the scores shown, marked by an"
        " asterisk."
    )
    others = WIDTH - sum(_CHANGED) - _COMPARED
    widths = (*_CHANGED, *_equal(others, len(comparison.domains)), _COMPARED)
    return heading, [Paragraph(lead, BODY), _table(_printable(table), widths)]


def _progress(comparison: Comparison, wording: Wording) -> _Chapter:
    _ = wording._
    note = _(
        "Of an organisation that has not submitted, the coordinator sees only its state and since which day."
    )
    table = _table(progress_table(comparison.progress, wording), (160.0, 90.0))
    return SectionHeading("progress", _("How far the organisations have got")), [Paragraph(note, BODY), table]


_CHAPTERS: tuple[Callable[[Comparison, Wording], _Chapter], ...] = (
    _distribution,
    _organisations,
    _practices,
    _changes,
    _progress,
)


def _equal(width: float, count: int) -> Iterator[float]:
    return (width / count for _ in range(count))


def _printable(table: DataTable) -> DataTable:
    """Return a table whose first column was typed, cleaned for print."""
    rows = ((printable_line(name, LABEL_LIMIT), *cells) for name, *cells in table.rows)
    return DataTable(table.header, tuple(rows))


def _table(table: DataTable, widths: Iterable[float]) -> TableBlock:
    first, *others = zip(table.header, widths, strict=True)
    columns = (Column(*first), *(Column(*each, "end") for each in others))
    return TableBlock(columns, table.rows)
