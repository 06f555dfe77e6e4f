"""The published cohorts as a document for a sector body; it shows nothing that the pages do not show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.figures import peer_words
from app.figures.peers import figure_cells
from app.maturity.iso_dates import parse_month
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.snapshot import CohortFigures, Snapshot
from app.maturity.questionnaire import Questionnaire
from app.report.metadata import build_metadata
from app.report.sections.peers import withheld_note
from app.translations.dates import format_month
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.style import LEAD, WORDMARK, Style

_WIDTHS = (180.0, 100.0, 100.0, 100.0)

# A snapshot, with the version of the questionnaire that its organisations answered.
Edition = tuple[Snapshot, Questionnaire]


def render_published_peers(editions: Sequence[Edition], wording: Wording) -> bytes:
    """Return one snapshot or more as a PDF; the same snapshots always give the same bytes.

    ``wording`` has the questionnaire that the metadata of the file name.
    """
    _ = wording._
    title = _("Published comparison figures")
    latest = max(snapshot.month for snapshot, _questionnaire in editions)
    metadata = build_metadata(
        "peers",
        wording,
        title=title,
        subject=_("Figures published in %(month)s") % {"month": format_month(latest, wording.language)},
        footer=_("Muster · %(title)s") % {"title": title},
        document_date=parse_month(latest),
    )

    def chapters(_pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        head: list[Block] = [Paragraph(_("Muster"), WORDMARK), SectionHeading("rules", title)]
        rules = [Paragraph(sentence, Style(after=6)) for sentence in peer_words.reading_notes(wording)]
        tables = (
            block
            for snapshot, questionnaire in editions
            for block in _edition(snapshot, replace(wording, questionnaire=questionnaire))
        )
        return [[*head, *rules, *tables]]

    return build_pdf(metadata, chapters)


def _edition(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    _ = wording._
    key = f"{snapshot.version}-{snapshot.variant}"
    name = wording.text(wording.questionnaire.variants[snapshot.variant].name)
    version = _("questionnaire version %(version)s") % {"version": snapshot.version}
    yield SectionHeading(key, f"{name}, {version}")
    published = {"month": format_month(snapshot.month, wording.language)}
    yield Paragraph(_("Figures published in %(month)s") % published, LEAD)
    for number, cohort in enumerate(sorted(snapshot.figures), start=1):
        yield Subheading(f"{key}-{number}", peer_words.cohort_name(cohort, wording))
        yield from _cohort(cohort, snapshot, wording)


def _cohort(cohort: Cohort, snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    measures, every = snapshot.figures[cohort], peer_words.measures_in_order(wording.questionnaire)
    n = next(measures[each].n for each in every if each in measures)
    words = peer_words.cohort_size_and_month(n, format_month(snapshot.month, wording.language), wording)
    yield Paragraph(words, Style(after=6, keep_with_next=True))
    withheld = [peer_words.measure_name(each, wording) for each in every if each not in measures]
    if withheld:
        yield withheld_note(withheld, wording)
    yield _table(measures, wording)


def _table(measures: Mapping[str, CohortFigures], wording: Wording) -> TableBlock:
    _ = wording._
    header = (_("Measure"), _("Lower quartile"), _("Median"), _("Upper quartile"))
    columns = tuple(Column(*each) for each in zip(header, _WIDTHS, strict=True))
    rows = tuple(
        (peer_words.measure_name(each, wording), *figure_cells(measures[each], wording))
        for each in peer_words.measures_in_order(wording.questionnaire)
        if each in measures
    )
    return TableBlock(columns, rows, keep_whole=True)
