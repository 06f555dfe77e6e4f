"""What colleagues answered on one practice: a row for each role, its mark on the scale of five levels.

Each row says its answer in words too. Who gave no level has no mark. The shaded band reaches from the lowest
level to the highest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.figures import palette
from app.figures.chart import Chart, DataTable, Dot, Label, Line, Primitive, Rectangle
from app.figures.labels import stack_lines
from app.figures.text_metrics import wrap, wrap_typed
from app.figures.typography import FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.level import Level
from app.maturity.voices.disagreement import Given, QuestionVoices
from app.maturity.voices.voice import VoiceRole
from app.translations.voice_words import choice_words, role_words, said_words
from app.translations.wording import Wording

_NUMBERS = 9.0
_NAMES = _NUMBERS + LEADING
_AIR = 5.0
_RADIUS = 4.4
# Lines of a name; with more rows than these a chart would be higher than a page, and a name has one line.
_LINES, _MANY = 3, 12
# The longest words for an answer, in French, need about 80 units.
_ANSWER = 84.0


@dataclass(frozen=True, slots=True)
class _Steps:
    """The places of a row’s parts; in a narrow chart the words are above the scale."""

    width: float
    names: float
    left: float
    step: float
    above: bool

    def x(self, level: int) -> float:
        return self.left + self.step * level


def voice_marks(said: QuestionVoices, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build the marks of a practice, role by role; in a narrow chart the words are above the marks."""
    steps = _steps(width)
    top = (_NUMBERS if steps.above else _NAMES) + _AIR + 2
    rows: list[Primitive] = []
    bottom = top
    for given in said.given:
        drawn, bottom = _row(given, said, steps, bottom, wording)
        rows += drawn
    # In a narrow chart a band over the whole height would lie behind the words.
    band = () if steps.above else tuple(_band(said, steps, top - 2, bottom))
    primitives = (*band, *_scale(steps, top, bottom, wording), *rows)
    table = voice_table(said, wording)
    explained = wording._("Marks on the scale of the five levels, one for each role.")
    spoken = wording.join_items(wording.label_value(*row) for row in table.rows)
    description = f"{explained} {spoken}." if table.rows else explained
    return Chart(width, bottom + 2, primitives, said_words(said, wording), description, table)


def voice_table(said: QuestionVoices, wording: Wording) -> DataTable:
    """Build a table of the answers to a practice by role."""
    _ = wording._
    rows = (
        (role_words(each.role, wording), choice_words(each.answer.choice, wording)) for each in said.given
    )
    return DataTable((_("Role"), _("Answer")), tuple(rows))


def _steps(width: float) -> _Steps:
    if width < FULL_WIDTH:
        return _Steps(width, width - _ANSWER - 6, 12, (width - 24) / max(Level), above=True)
    return _Steps(width, 138, 172, 47, above=False)


def _band(said: QuestionVoices, steps: _Steps, top: float, bottom: float) -> Iterator[Rectangle]:
    if said.spread:
        left, right = (steps.x(level) for level in (min(said.levels), max(said.levels)))
        yield Rectangle(left, top, right - left, bottom - top, palette.ACCENT_TINT)


def _scale(steps: _Steps, top: float, bottom: float, wording: Wording) -> Iterator[Primitive]:
    for level in Level:
        x = steps.x(level)
        yield Label(x, _NUMBERS, str(int(level)), SMALL_SIZE, palette.GREY_TEXT, "middle")
        if not steps.above:
            yield Label(x, _NAMES, wording.level_name(level), SMALL_SIZE, palette.GREY_TEXT, "middle")
            yield Line(x, top - 2, x, bottom, palette.GREY_LINE, 0.6)


def _row(
    given: Given, said: QuestionVoices, steps: _Steps, top: float, wording: Wording
) -> tuple[list[Primitive], float]:
    first = Label(0, top + 11, "", TEXT_SIZE, palette.INK, strong=True)
    lines = _LINES if len(said.given) <= _MANY else 1
    name = stack_lines(_name(given.role, steps.names, lines, wording), first, LEADING)
    words = wrap(choice_words(given.answer.choice, wording), _ANSWER, TEXT_SIZE)
    answer = Label(steps.width - _ANSWER, first.y, "", TEXT_SIZE, palette.INK)
    answers = stack_lines(words, answer, LEADING)
    last = max(name[-1].y, answers[-1].y)
    middle = last + 11 if steps.above else top + 8
    bottom = middle + 9 if steps.above else last + _AIR
    band = _band(said, steps, middle - _RADIUS, middle + _RADIUS) if steps.above else ()
    return [*band, *_rest(steps, middle), *_mark(given, steps, middle), *name, *answers], bottom


def _name(role: VoiceRole, room: float, lines: int, wording: Wording) -> tuple[str, ...]:
    """Return the lines of a name; where it is cut, its number stays."""
    alone = role_words(replace(role, number=None), wording)
    number = role_words(role, wording).removeprefix(alone)
    return wrap_typed(alone, room, TEXT_SIZE, lines, number)


def _rest(steps: _Steps, middle: float) -> Iterator[Line]:
    """Yield the scale of a row: a line from the first level to the last, with a tick at each."""
    yield Line(steps.x(0), middle, steps.x(max(Level)), middle, palette.GREY_LINE, 0.6)
    for level in Level if steps.above else ():
        yield Line(steps.x(level), middle - 3, steps.x(level), middle + 3, palette.GREY_LINE, 0.6)


def _mark(given: Given, steps: _Steps, middle: float) -> Iterator[Dot]:
    if given.answer.applies and not given.answer.is_unknown:
        yield Dot(steps.x(given.answer.points), middle, _RADIUS, palette.ACCENT)
