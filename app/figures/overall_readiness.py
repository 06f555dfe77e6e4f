"""Overall readiness on the scale of levels."""

from collections.abc import Iterator
from dataclasses import replace

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Line, Polygon, Primitive, Rectangle
from app.figures.labels import fit_between
from app.figures.readiness_words import level_words
from app.figures.scale import Scale
from app.figures.typography import FULL_WIDTH, SMALL_SIZE
from app.maturity.level import THRESHOLDS
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording

_TOP = 32.0
_BAR = 16.0


def readiness_bar(scorecard: Scorecard, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build the scale of 0 to 100 with a mark at overall readiness, above the names of the levels."""
    scale = Scale(10, width - 20)
    names = [
        placed for name in scale.names(_TOP + _BAR + 11, wording) for placed in fit_between((name,), 0, width)
    ]
    # In a narrow chart some names move down a line.
    height = max(name.y for name in names) + 7
    primitives = (*scale.backdrop(_TOP, _TOP + _BAR), *names, *_mark(scorecard, scale, width, wording))
    title = _title(scorecard, wording)
    explained = wording._("Scale of 0 to 100 with the %(count)s levels; a mark shows overall readiness.")
    description = explained % {"count": wording.number_word(len(wording.questionnaire.levels))}
    table = _table(scorecard, wording)
    return Chart(width, height, primitives, title, f"{description} {title}.", table)


def _title(scorecard: Scorecard, wording: Wording) -> str:
    score = scorecard.overall.score
    if score is None:
        return level_words(scorecard, wording)
    sentence = wording._("Overall readiness %(score)s of 100. %(level)s")
    return sentence % {"score": score.rounded, "level": level_words(scorecard, wording)}


def _mark(scorecard: Scorecard, scale: Scale, width: float, wording: Wording) -> list[Primitive]:
    score = scorecard.overall.score
    if score is None:
        return []
    x, middle = scale.x(score.exact), _TOP + _BAR / 2
    number = Label(x, _TOP - 13, str(score.rounded), 13, palette.INK, "middle", strong=True)
    cap = scorecard.overall.cap
    end = x if cap is None else scale.x(THRESHOLDS[cap])
    return [
        Rectangle(scale.left, middle - 2.5, end - scale.left, 5, palette.ACCENT),
        *(_cap(end, x, width, wording.level_name(cap), wording) if cap is not None else ()),
        Line(x, _TOP - 2, x, _TOP + _BAR + 1, palette.INK, 2),
        Polygon(((x - 5, _TOP - 9), (x + 5, _TOP - 9), (x, _TOP - 1)), palette.INK),
        *fit_between((number,), 0, width),
    ]


def _cap(at: float, score: float, width: float, level: str, wording: Wording) -> Iterator[Primitive]:
    """Yield the line at which the level is held, its words, and the part of the bar that does not count."""
    middle, top = _TOP + _BAR / 2, _TOP - 5
    yield Line(at, middle, score, middle, palette.GREY_MARK, 1.2, (2.5, 2))
    yield Line(at, top, at, _TOP + _BAR + 5, palette.WARNING, 2.4)
    words = Label(
        at - 7, top + 1, wording._("held at %(level)s") % {"level": level}, SMALL_SIZE, palette.WARNING, "end"
    )
    yield from fit_between((replace(words, strong=True),), 0, width)


def _table(scorecard: Scorecard, wording: Wording) -> DataTable:
    _ = wording._
    overall = scorecard.overall
    header = (_("Overall readiness"), _("Level"), _("Held there by"))
    if overall.score is None or overall.level is None:
        return DataTable(header, (("–", _("No score"), "–"),))
    names = [wording.text(question.name) for question in overall.failing_gates]
    gates = wording.join_names(names) if overall.is_capped else "–"
    return DataTable(header, ((str(overall.score.rounded), wording.level_name(overall.level), gates),))
