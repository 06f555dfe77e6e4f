"""The published cohorts as a document for a sector body: nothing that is not on the pages."""

from collections.abc import Iterator, Mapping, Sequence

from app.figures import peer_words
from app.figures.peers import figure_cells
from app.maturity.iso_dates import parse_month
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.snapshot import CohortFigures, Snapshot
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language
from app.report import files
from app.report.sections.peers import withheld_note
from app.translations import Translate
from app.translations.dates import format_month
from app.translations.wording import Wording
from app.typesetting.document import DocumentMetadata, build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.style import LEAD, WORDMARK, Style

_WIDTHS = (180.0, 100.0, 100.0, 100.0)

# A snapshot, and the version of the questionnaire that it is of.
Edition = tuple[Snapshot, Questionnaire]


def render_published_peers(editions: Sequence[Edition], language: Language, _: Translate) -> bytes:
    """Give the PDF of at least one snapshot; the same snapshots give the same bytes."""
    wording = Wording(language, _, editions[-1][1])
    title, latest = _("What is published of peers"), max(snapshot.month for snapshot, _asked in editions)
    front = DocumentMetadata(
        title=title,
        subject=_("Published cohorts as of %(month)s") % {"month": format_month(latest, language)},
        header=title,
        footer=_("Muster · %(title)s") % {"title": title},
        language=language,
        document_date=parse_month(latest),
        xmp_schemas=(files.document_schema(None, wording, "peers"),),
    )

    def parts(_pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        head: list[Block] = [Paragraph(_("Muster"), WORDMARK), SectionHeading("rules", title)]
        rules = [Paragraph(sentence, Style(after=6)) for sentence in peer_words.reading_notes(_)]
        tables = (block for each in editions for block in _edition(*each, language, _))
        return [[*head, *rules, *tables]]

    return build_pdf(front, parts, _)


def _edition(snapshot: Snapshot, asked: Questionnaire, language: Language, _: Translate) -> Iterator[Block]:
    key = f"{snapshot.version}-{snapshot.variant}"
    name = asked.variants[snapshot.variant].name.in_(language)
    version = _("questionnaire version %(version)s") % {"version": snapshot.version}
    yield SectionHeading(key, f"{name}, {version}")
    published = {"month": format_month(snapshot.month, language)}
    yield Paragraph(_("Published cohorts as of %(month)s") % published, LEAD)
    for number, cohort in enumerate(sorted(snapshot.figures), start=1):
        yield Subheading(f"{key}-{number}", peer_words.cohort_name(cohort, _))
        yield from _cohort(cohort, snapshot, asked, language, _)


def _cohort(
    cohort: Cohort, snapshot: Snapshot, asked: Questionnaire, language: Language, _: Translate
) -> Iterator[Block]:
    measures = snapshot.figures[cohort]
    n = next(measures[each].n for each in peer_words.measures_in_order(asked) if each in measures)
    words = peer_words.cohort_size_and_month(n, format_month(snapshot.month, language), _)
    yield Paragraph(words, Style(after=6, keep_with_next=True))
    withheld = [
        peer_words.measure_name(each, asked, language, _)
        for each in peer_words.measures_in_order(asked)
        if each not in measures
    ]
    if withheld:
        yield withheld_note(withheld, _)
    yield _grid(measures, asked, language, _)


def _grid(
    measures: Mapping[str, CohortFigures], asked: Questionnaire, language: Language, _: Translate
) -> TableBlock:
    header = (_("Measure"), _("Lower quartile"), _("Median"), _("Upper quartile"))
    columns = tuple(Column(*each) for each in zip(header, _WIDTHS, strict=True))
    rows = tuple(
        (peer_words.measure_name(each, asked, language, _), *figure_cells(measures[each], _))
        for each in peer_words.measures_in_order(asked)
        if each in measures
    )
    return TableBlock(columns, rows, keep_whole=True)
