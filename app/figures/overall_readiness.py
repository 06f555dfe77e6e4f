"""Overall readiness on the scale of levels."""

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Line, Polygon, Primitive, Rectangle
from app.figures.labels import fit_between
from app.figures.scale import Scale
from app.figures.typography import FULL_WIDTH
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
    primitives = (*scale.backdrop(_TOP, _TOP + _BAR), *names, *_mark(scorecard, scale, width))
    title = readiness_finding(scorecard, wording)
    explained = wording._("Scale of 0 to 100 with the %(count)s levels; a mark shows overall readiness.")
    description = explained % {"count": wording.number_word(len(wording.questionnaire.levels))}
    table = _table(scorecard, wording)
    return Chart(width, height, primitives, title, f"{description} {title}.", table)


def _mark(scorecard: Scorecard, scale: Scale, width: float) -> list[Primitive]:
    score = scorecard.overall.score
    if score is None:
        return []
    x, middle = scale.x(score.exact), _TOP + _BAR / 2
    number = Label(x, _TOP - 13, str(score.rounded), 13, palette.INK, "middle", strong=True)
    return [
        Rectangle(scale.left, middle - 2.5, x - scale.left, 5, palette.ACCENT),
        Line(x, _TOP - 2, x, _TOP + _BAR + 1, palette.INK, 2),
        Polygon(((x - 5, _TOP - 9), (x + 5, _TOP - 9), (x, _TOP - 1)), palette.INK),
        *fit_between((number,), 0, width),
    ]


def readiness_finding(scorecard: Scorecard, wording: Wording) -> str:
    """Return a sentence on overall readiness, its level and the gates that cap it."""
    _ = wording._
    overall = scorecard.overall
    if overall.score is None or overall.level is None or overall.uncapped_level is None:
        return _("Nothing is answered yet, so there is no score")
    values = {
        "score": overall.score.rounded,
        "level": wording.level_name(overall.level),
        "uncapped": wording.level_name(overall.uncapped_level),
        "gates": ", ".join(question.id for question in overall.failing_gates),
    }
    if overall.is_capped:
        return _("%(score)s of 100: %(level)s, held below %(uncapped)s by %(gates)s") % values
    return _("%(score)s of 100: %(level)s") % values


def _table(scorecard: Scorecard, wording: Wording) -> DataTable:
    _ = wording._
    overall = scorecard.overall
    header = (_("Overall readiness"), _("Exact"), _("Level"), _("Capped by"))
    if overall.score is None or overall.level is None:
        return DataTable(header, (("–", "–", _("No score"), "–"),))
    gates = ", ".join(question.id for question in overall.failing_gates) or "–"
    level = wording.level_name(overall.level)
    return DataTable(header, ((str(overall.score.rounded), str(overall.score.exact), level, gates),))
