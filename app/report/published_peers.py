"""The published cohorts as a document for a sector body: nothing that is not on the pages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.figures import peer_words
from app.figures.peers import figure_cells
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.snapshot import Figures, Snapshot
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language
from app.report import files
from app.report.sections.peers import missing
from app.translations import Translate
from app.translations.dates import month
from app.translations.wording import Voice
from app.typesetting.document import Front, build
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.paragraph import Prose
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.text.style import LEAD, WORDMARK, Style

_WIDTHS = (180.0, 100.0, 100.0, 100.0)

# A snapshot, and the version of the questionnaire that it is of.
Edition = tuple[Snapshot, Questionnaire]


def render_cohorts(editions: Sequence[Edition], language: Language, _: Translate) -> bytes:
    """Give the PDF of at least one snapshot; the same snapshots give the same bytes."""
    voice = Voice(language, _, editions[-1][1])
    title, latest = _("What is published of peers"), max(snapshot.month for snapshot, _asked in editions)
    front = Front(
        title=title,
        subject=_("Published cohorts as of %(month)s") % {"month": month(latest, language)},
        running=title,
        footer=_("Muster · %(title)s") % {"title": title},
        language=language,
        dated=date.fromisoformat(f"{latest}-01"),
        schemas=(files.schema(None, voice, "peers"),),
    )

    def parts(_pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        head: list[Block] = [Prose(_("Muster"), WORDMARK), Section("rules", title)]
        rules = [Prose(sentence, Style(after=6)) for sentence in peer_words.rules(_)]
        tables = (block for each in editions for block in _edition(*each, language, _))
        return [[*head, *rules, *tables]]

    return build(front, parts, _)


def _edition(snapshot: Snapshot, asked: Questionnaire, language: Language, _: Translate) -> Iterator[Block]:
    key = f"{snapshot.version}-{snapshot.variant}"
    name = asked.variants[snapshot.variant].name.in_(language)
    version = _("questionnaire version %(version)s") % {"version": snapshot.version}
    yield Section(key, f"{name}, {version}")
    published = {"month": month(snapshot.month, language)}
    yield Prose(_("Published cohorts as of %(month)s") % published, LEAD)
    for number, cohort in enumerate(sorted(snapshot.figures), start=1):
        yield Part(f"{key}-{number}", peer_words.cohort(cohort, _))
        yield from _cohort(cohort, snapshot, asked, language, _)


def _cohort(
    cohort: Cohort, snapshot: Snapshot, asked: Questionnaire, language: Language, _: Translate
) -> Iterator[Block]:
    measures = snapshot.figures[cohort]
    n = next(measures[each].n for each in peer_words.measures(asked) if each in measures)
    words = peer_words.published(n, month(snapshot.month, language), _)
    yield Prose(words, Style(after=6, with_next=True))
    withheld = [
        peer_words.measure(each, asked, language, _)
        for each in peer_words.measures(asked)
        if each not in measures
    ]
    if withheld:
        yield missing(withheld, _)
    yield _grid(measures, asked, language, _)


def _grid(measures: Mapping[str, Figures], asked: Questionnaire, language: Language, _: Translate) -> Grid:
    header = (_("Measure"), _("Lower quartile"), _("Median"), _("Upper quartile"))
    columns = tuple(Column(*each) for each in zip(header, _WIDTHS, strict=True))
    rows = tuple(
        (peer_words.measure(each, asked, language, _), *figure_cells(measures[each], _))
        for each in peer_words.measures(asked)
        if each in measures
    )
    return Grid(columns, rows, whole=True)
