"""Overall readiness and every domain on one scale of levels, in little space."""

from collections.abc import Iterator

from app.figures import palette
from app.figures.chart import Chart, Label, Line, Primitive, Rectangle
from app.figures.domains import domain_finding, domain_table, score_bar, target_tick, target_word
from app.figures.scale import Scale
from app.figures.text_metrics import text_width
from app.figures.typography import FULL_WIDTH, SMALL_SIZE
from app.maturity.level import Level
from app.maturity.score import Score
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording

_SIZE = 8.8
_ROW = 13.2
_BAR = 7.0
_NAMES = 9.0
_TOP = 15.0
_NAME = 16.0
_SCALE = Scale(182, 228)
_VALUE = 432.0
_WORD = 438.0


def overview_bars(scorecard: Scorecard, wording: Wording) -> Chart:
    """Build a bar of overall readiness above one per domain; every name is cut to one line."""
    first = _TOP + _ROW + 4
    rows: list[Primitive] = [*_overall(scorecard, wording)]
    for place, score in enumerate(scorecard.domains):
        top = first + place * _ROW
        bar = top + (_ROW - _BAR) / 2
        baseline = top + 9.6
        name = _cut(wording.text(score.domain.name), _SCALE.left - _NAME - 6)
        rows += [
            Label(0, baseline, score.domain.letter, _SIZE, palette.ACCENT, strong=True),
            Label(_NAME, baseline, name, _SIZE, palette.INK),
            *(score_bar(score, _SCALE, bar, wording, thick=_BAR) if score.score else ()),
            *target_tick(scorecard.targets[score.domain.letter], _SCALE, bar, thick=_BAR, beyond=2),
            *_value(score.score, score.level, baseline, wording),
        ]
    bottom = first + len(scorecard.domains) * _ROW
    # The last tick gets the label: above the first is the bar of overall readiness, which has no target.
    *_others, last = scorecard.targets.values()
    primitives = (
        *_SCALE.backdrop(_TOP, bottom),
        *_SCALE.names(_NAMES, wording),
        target_word(last, _SCALE, bottom + 8, wording),
        *rows,
    )
    title = domain_finding(scorecard, wording)
    return Chart(
        FULL_WIDTH, bottom + 11, primitives, title, _description(scorecard, wording),
        domain_table(scorecard, wording),
    )  # fmt: skip


def _overall(scorecard: Scorecard, wording: Wording) -> Iterator[Primitive]:
    overall, baseline = scorecard.overall, _TOP + 10.2
    yield Label(_NAME, baseline, wording._("Overall readiness"), _SIZE, palette.INK, strong=True)
    if overall.score is not None:
        length = max(_SCALE.x(overall.score.exact) - _SCALE.left, 1.5)
        yield Rectangle(_SCALE.left, _TOP + 2.4, length, _BAR + 3, palette.INK)
    yield from _value(overall.score, overall.level, baseline, wording, strong=True)
    yield Line(0, _TOP + _ROW + 1.5, FULL_WIDTH, _TOP + _ROW + 1.5, palette.GREY_LINE)


def _value(
    score: Score | None,
    level: Level | None,
    baseline: float,
    wording: Wording,
    *,
    strong: bool = False,
) -> Iterator[Primitive]:
    if score is None or level is None:
        yield Label(_WORD, baseline, wording._("No score"), SMALL_SIZE, palette.GREY_TEXT)
        return
    word = wording.level_name(level)
    yield Label(_VALUE, baseline, str(score.rounded), _SIZE, palette.INK, "end", strong=True)
    yield Label(_WORD, baseline, word, _SIZE, palette.INK, strong=strong)


def _cut(name: str, room: float) -> str:
    kept = name
    while text_width(kept, _SIZE) > room:
        kept = f"{kept[:-2].rstrip()}…"
    return kept


def _description(scorecard: Scorecard, wording: Wording) -> str:
    _ = wording._
    explained = _("Bars from 0 to 100: overall readiness, then each domain; a tick marks a domain’s target.")
    overall = scorecard.overall
    scores = [(_("Overall readiness"), overall.score, overall.level)]
    scores += [
        (f"{each.domain.letter} {wording.text(each.domain.name)}", each.score, each.level)
        for each in scorecard.domains
    ]
    rows = (
        f"{name} {score.rounded}, {wording.level_name(level)}"
        if score is not None and level is not None
        else wording.label_value(name, _("No score"))
        for name, score, level in scores
    )
    return f"{explained} {wording.join_items(rows)}."
