"""A question of a staff pulse: each answer's share with its interval, and the survey's share below it.

The two differ in shape as well as in colour: a full dot on a thick line, and an open diamond on a thin one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from app.figures import palette, pulse_words
from app.figures.chart import Chart, DataTable, Dot, Label, Line, Polygon, Primitive, Rectangle
from app.figures.labels import stack_lines
from app.figures.text_metrics import text_width, wrap
from app.figures.typography import FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.pulse.intervals import Interval
from app.maturity.pulse.results import OptionResult, QuestionResult, SurveyComparison
from app.translations.wording import Wording

_NAMES = 182.0
_BETWEEN = 11.0
_TOP = 18.0


@dataclass(frozen=True, slots=True)
class _ShareScale:
    """A scale of shares from 0 to 1 between two edges; in a narrow chart the words are above it."""

    left: float
    right: float
    above: bool

    def x(self, part: Fraction | float) -> float:
        return self.left + (self.right - self.left) * float(part)


def pulse_shares(result: QuestionResult, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build the chart of a question's shares; in a narrow chart the words are above the dots."""
    scale, top = _scale(width), _TOP + 12
    rows: list[Primitive] = []
    for answer in result.options:
        drawn, top = _row(answer, top, scale, width, wording, with_verdict=result.question.practice is None)
        rows += drawn
    is_compared = bool(result.compared_options)
    primitives = (
        *_key(wording, survey=is_compared),
        *_axis(scale, _TOP + 15 if scale.above else top, wording),
        *rows,
    )
    table = pulse_table(result, wording)
    explained = (
        wording._("Shares from 0% to 100%, each with its 95% interval; the survey’s below.")
        if is_compared
        else wording._("Shares from 0% to 100%, each with its 95% interval.")
    )
    spoken = wording.join_items(", ".join(part for part in row if part) for row in table.rows)
    title = pulse_words.finding(result, wording)
    return Chart(width, top, primitives, title, f"{explained} {spoken}.", table)


def pulse_table(result: QuestionResult, wording: Wording) -> DataTable:
    """Build a table of a question's answers: share, survey's share, difference and verdict."""
    _ = wording._
    header = (_("Answer"), _("Your colleagues"), _("Survey of 2012"), _("Difference"), _("Verdict"))
    rows = tuple(_cells(answer, wording) for answer in result.options)
    if result.question.practice:
        # The survey did not ask questions about an organisation's own policy.
        return DataTable(header[:2], tuple(row[:2] for row in rows))
    return DataTable(header, rows)


def group_table(result: QuestionResult, wording: Wording) -> DataTable:
    """Build a table of the shares of the groups that are shown, each with its interval."""
    _ = wording._
    groups = tuple(result.groups)
    header = (
        _("%(group)s (%(n)s)") % {"group": pulse_words.group_name(group, wording), "n": result.groups[group]}
        for group in groups
    )
    rows = (
        (
            wording.text(answer.label),
            *(
                _("%(share)s (%(interval)s)")
                % {
                    "share": pulse_words.format_percent(answer.groups[group].exact, wording),
                    # In a narrow column the share and its interval are on two lines, and neither is broken.
                    "interval": pulse_words.interval_text(answer.groups[group].interval, wording).replace(
                        " ", "\u00a0"
                    ),
                }
                for group in groups
            ),
        )
        for answer in result.options
    )
    return DataTable((_("Answer"), *header), tuple(rows))


def _cells(answer: OptionResult, wording: Wording) -> tuple[str, ...]:
    label, share = wording.text(answer.label), pulse_words.share_text(answer.share, wording)
    if answer.comparison is None:
        return (label, share, pulse_words.no_figure_note(wording), "", "")
    return (
        label,
        share,
        pulse_words.survey_text(answer.comparison, wording),
        pulse_words.difference_text(answer.comparison, wording),
        pulse_words.verdict_text(answer, wording),
    )


def _scale(width: float) -> _ShareScale:
    if width < FULL_WIDTH:
        return _ShareScale(10.0, width - 76, above=True)
    return _ShareScale(204.0, width - 90, above=False)


def _key(wording: Wording, *, survey: bool) -> Iterator[Primitive]:
    _ = wording._
    colleagues = _("Your colleagues")
    yield Line(4, 6, 24, 6, palette.ACCENT, 2.4)
    yield Dot(14, 6, 4, palette.ACCENT)
    yield Label(29, 9.2, colleagues, SMALL_SIZE, palette.INK, strong=True)
    if not survey:
        return
    second = 29 + text_width(colleagues, SMALL_SIZE) + 12
    yield Line(second, 6, second + 20, 6, palette.INK, 0.9)
    yield _diamond(second + 10, 6)
    yield Label(second + 25, 9.2, _("Survey of 2012"), SMALL_SIZE, palette.INK, strong=True)


def _axis(scale: _ShareScale, bottom: float, wording: Wording) -> Iterator[Primitive]:
    for part in (0, Fraction(1, 2), 1):
        x = scale.x(part)
        yield Line(x, _TOP + 10, x, bottom, palette.GREY_LINE, 0.6)
        yield Label(
            x, _TOP + 7, pulse_words.format_percent(part, wording), SMALL_SIZE, palette.GREY_TEXT, "middle"
        )


def _row(
    answer: OptionResult,
    top: float,
    scale: _ShareScale,
    width: float,
    wording: Wording,
    *,
    with_verdict: bool,
) -> tuple[list[Primitive], float]:
    first = Label(0, top + 11, "", TEXT_SIZE, palette.INK, strong=True)
    room = width if scale.above else _NAMES
    name = stack_lines(wrap(wording.text(answer.label), room, TEXT_SIZE), first, LEADING)
    verdict_line = Label(
        0, name[-1].y + LEADING, "", SMALL_SIZE, palette.INK if answer.comparison else palette.GREY_TEXT
    )
    if answer.comparison and answer.comparison.verdict != "unclear":
        verdict_line = replace(verdict_line, strong=True)
    words = pulse_words.verdict_text(answer, wording) if with_verdict else ""
    verdict = stack_lines(wrap(words, room, SMALL_SIZE), verdict_line, LEADING) if words else []
    last = (verdict or name)[-1].y
    middle = last + 10 if scale.above else top + 8
    drawn = [*name, *verdict, *_marks(answer, middle, scale), *_share(answer, middle, scale, wording)]
    if answer.comparison:
        middle += _BETWEEN
        drawn += _survey(answer.comparison, answer.drawn_as, middle, scale, wording)
    return drawn, max(middle, last) + 9


def _marks(answer: OptionResult, middle: float, scale: _ShareScale) -> Iterator[Line]:
    # In a narrow chart lines over the whole height would cross the words.
    bottom = middle + (_BETWEEN if answer.comparison else 0) + 5
    for part in (0, Fraction(1, 2), 1) if scale.above else ():
        yield Line(scale.x(part), middle - 5, scale.x(part), bottom, palette.GREY_LINE, 0.6)


def _share(answer: OptionResult, middle: float, scale: _ShareScale, wording: Wording) -> list[Primitive]:
    shown = Label(
        scale.right + 8,
        middle + 3.2,
        pulse_words.format_percent(answer.share.exact, wording),
        TEXT_SIZE,
        palette.INK,
        strong=True,
    )
    return [
        _reach(answer.share.interval, middle, scale, palette.ACCENT, 2.4),
        Dot(scale.x(answer.share.exact), middle, 4, palette.ACCENT),
        shown,
    ]


def _survey(
    comparison: SurveyComparison,
    drawn_as: tuple[int, int] | None,
    middle: float,
    scale: _ShareScale,
    wording: Wording,
) -> list[Primitive]:
    reach = _reach(comparison.survey, middle, scale, palette.INK, 0.9)
    words = wording.text(comparison.figure.shown)
    shown = Label(scale.right + 8, middle + 2.8, words, SMALL_SIZE, palette.GREY_TEXT)
    if drawn_as:
        left, right = (scale.x(Fraction(edge, 100)) for edge in drawn_as)
        return [reach, Rectangle(left, middle - 2.5, right - left, 5, palette.INK), shown]
    return [reach, _diamond(scale.x(Fraction(comparison.figure.share or 0, 100)), middle), shown]


def _reach(interval: Interval, middle: float, scale: _ShareScale, colour: str, thickness: float) -> Line:
    return Line(scale.x(interval.lower), middle, scale.x(interval.upper), middle, colour, thickness)


def _diamond(x: float, y: float) -> Polygon:
    points = ((x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y))
    return Polygon(points, palette.PAPER, palette.INK, 1.2)
