"""The roadmap as a chart: the practices by domain and by the days within which they are due."""

from collections.abc import Iterator

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Line, Primitive, Rectangle
from app.figures.labels import stack_lines
from app.figures.text_metrics import wrap
from app.figures.typography import FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.recommendation import HORIZONS, Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording

_NAMES = 150.0
_COLUMN = 109.0
_TAG = 19.0
_TAGS = 5
_TOP = 30.0
_LEFT = 153.0


def roadmap_overview(scorecard: Scorecard, wording: Wording) -> Chart:
    """Build a tag per recommendation, by domain and horizon; failing gates come first and are dark."""
    primitives: list[Primitive] = [*_header(scorecard, wording)]
    top = _TOP
    for domain in scorecard.domains:
        due = [
            each for each in scorecard.recommendations if each.question.domain_letter == domain.domain.letter
        ]
        name = f"{domain.domain.letter}  {wording.text(domain.domain.name)}"
        drawn, top = _row(name, due, top)
        primitives.extend(drawn)
    title = roadmap_finding(scorecard, wording)
    explained = wording._(
        "Recommended practices by domain and by day; a dark tag is a must-have still missing."
    )
    table = _table(scorecard, wording)
    # The ids alone, as on the tags: a list of every name is too long to be read out at once.
    due_by = ((days, ", ".join(each.question.id for each in due)) for days, due in scorecard.roadmap.items())
    spoken = wording.join_items(
        wording.label_value(horizon(days, wording), ids or "–") for days, ids in due_by
    )
    return Chart(FULL_WIDTH, top + 2, tuple(primitives), title, f"{explained} {spoken}.", table)


def _header(scorecard: Scorecard, wording: Wording) -> Iterator[Primitive]:
    for number, (days, due) in enumerate(scorecard.roadmap.items()):
        x = _LEFT + number * _COLUMN
        yield Label(x + 4, 10, horizon(days, wording), TEXT_SIZE, palette.INK, strong=True)
        practices = wording._("practices: %(count)s") % {"count": len(due)}
        yield Label(x + 4, 21, practices, SMALL_SIZE, palette.GREY_TEXT)


def horizon(days: int, wording: Wording) -> str:
    """Return the name of a horizon: the days within which its recommendations are due."""
    _ = wording._
    sentence = _("By day %(days)s") if days > HORIZONS[0] else _("First %(days)s days")
    return sentence % {"days": days}


def _row(name: str, due: list[Recommendation], top: float) -> tuple[list[Primitive], float]:
    words = stack_lines(
        wrap(name, _NAMES - 8, TEXT_SIZE), Label(0, top + 13, "", TEXT_SIZE, palette.INK), LEADING
    )
    drawn: list[Primitive] = [Line(0, top, FULL_WIDTH, top, palette.GREY_LINE, 0.6), *words]
    bottom = words[-1].y + 6
    for number, days in enumerate(HORIZONS):
        here = [each for each in due if each.horizon_days == days]
        for place, each in enumerate(here):
            x = _LEFT + number * _COLUMN + 4 + (place % _TAGS) * (_TAG + 2)
            y = top + 4 + (place // _TAGS) * 14
            drawn.extend(_tag(each, x, y))
            bottom = max(bottom, y + 16)
    return drawn, bottom


def _tag(each: Recommendation, x: float, y: float) -> list[Primitive]:
    fill, colour = (palette.INK, palette.PAPER) if each.gate else (palette.ACCENT_TINT, palette.INK)
    return [
        Rectangle(x, y, _TAG, 12, fill),
        Label(x + _TAG / 2, y + 9, each.question.id, SMALL_SIZE, colour, "middle", strong=True),
    ]


def roadmap_finding(scorecard: Scorecard, wording: Wording) -> str:
    """Return a sentence on the number of practices in the first part of the roadmap."""
    _ = wording._
    if scorecard.overall.score is None:
        return _("Nothing is answered yet, so there is no score")
    if not scorecard.recommendations:
        return _("Every answered practice is at its target")
    every = len(scorecard.recommendations)
    sentence = _("First %(days)s days: %(count)s of %(all)s practices")
    if every == 1:
        sentence = _("First %(days)s days: %(count)s of %(all)s practice")
    finding = sentence % {"days": HORIZONS[0], "count": len(scorecard.roadmap[HORIZONS[0]]), "all": every}
    if not any(each.gate for each in scorecard.recommendations):
        return finding
    return _("%(finding)s, must-haves first") % {"finding": finding}


def _table(scorecard: Scorecard, wording: Wording) -> DataTable:
    _ = wording._
    rows = (
        (
            horizon(days, wording),
            ", ".join(f"{each.question.id} {wording.text(each.question.name)}" for each in due),
        )
        for days, due in scorecard.roadmap.items()
    )
    return DataTable((_("By when"), _("Practices")), tuple((when, names or "–") for when, names in rows))
