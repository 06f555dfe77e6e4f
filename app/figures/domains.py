"""The nine domains as bars on the scale of levels."""

from collections.abc import Callable
from dataclasses import dataclass

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Line, Primitive, Rectangle
from app.figures.labels import fit_between, stack_lines
from app.figures.scale import Scale
from app.figures.text_metrics import wrap
from app.figures.typography import FULL_WIDTH
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import DomainScore
from app.maturity.text import Language
from app.translations.numerals import join_items

_SIZE = 9.2
_SMALL = 7.8
_LEADING = 10.6
_BAR = 9.0
_AIR = 10.0
_TOP = 28.0
_NAMES = 10.0


@dataclass(frozen=True, slots=True)
class _BarLayout:
    """Where a row's parts stand; in a narrow chart the words stand above their bar."""

    width: float
    names: float
    scale: Scale
    above: bool


def _layout(width: float) -> _BarLayout:
    if width < FULL_WIDTH:
        return _BarLayout(width, width - 82, Scale(6, width - 14), above=True)
    return _BarLayout(width, 158, Scale(172, width - 266), above=False)


def domain_bars(
    scorecard: Scorecard, language: Language, _: Callable[[str], str], *, width: float = FULL_WIDTH
) -> Chart:
    """Draw one bar a domain with level and target; under 480 units wide the names stand above the bars."""
    layout = _layout(width)
    names = _level_names(layout, scorecard, language)
    # In a narrow chart some names step down, and push everything else down with them.
    top = _TOP + max(name.y for name in names) - _NAMES
    rows: list[Primitive] = []
    bottom = top
    for score in scorecard.domains:
        target = scorecard.targets[score.domain.letter]
        drawn, bottom = _row(score, target, layout, bottom, scorecard, language, _)
        rows.extend(drawn)
    primitives = (
        *layout.scale.backdrop(top - 10, bottom),
        *names,
        *layout.scale.numbers(bottom + 11, language),
        *fit_between((_target_word(scorecard, layout.scale, top - 3, _),), 0, width),
        *rows,
    )
    table = domain_table(scorecard, language, _)
    title = domain_finding(scorecard, language, _)
    return Chart(width, bottom + 16, primitives, title, _description(scorecard, table, _), table)


def _level_names(layout: _BarLayout, scorecard: Scorecard, language: Language) -> tuple[Label, ...]:
    names = layout.scale.names(_NAMES, scorecard.questionnaire, language)
    return tuple(placed for name in names for placed in fit_between((name,), 0, layout.width))


def _row(
    score: DomainScore,
    target: int,
    layout: _BarLayout,
    top: float,
    scorecard: Scorecard,
    language: Language,
    _: Callable[[str], str],
) -> tuple[list[Primitive], float]:
    first = Label(22, top + 11, "", _SIZE, palette.INK)
    name = stack_lines(wrap(score.domain.name.in_(language), layout.names - 22, _SIZE), first, _LEADING)
    note = _note(score, name[-1].y + _LEADING, _)
    words_end = (note or name)[-1].y + 3
    bar = words_end + 3 if layout.above else (top + words_end - _BAR) / 2 + 1
    end = bar + _BAR + _AIR if layout.above else words_end + _AIR - 3
    baseline = first.y if layout.above else bar + 8.2
    return [
        Label(6, first.y, score.domain.letter, _SIZE, palette.ACCENT, strong=True),
        *name,
        *note,
        *score_bar(score, layout.scale, bar, _),
        *target_tick(target, layout.scale, bar),
        *_value(score, layout, baseline, scorecard, language),
    ], end


def _note(score: DomainScore, baseline: float, _: Callable[[str], str]) -> tuple[Label, ...]:
    if not score.rests_on_few_questions:
        return ()
    return (Label(22, baseline, based_on(score, _), _SMALL, palette.GREY_TEXT),)


def based_on(score: DomainScore, _: Callable[[str], str]) -> str:
    """Say how many of a domain's questions carry its score."""
    return _("based on %(applicable)s of %(asked)s") % {"applicable": score.applicable, "asked": score.asked}


def score_bar(
    score: DomainScore, scale: Scale, top: float, _: Callable[[str], str], *, thick: float = _BAR
) -> list[Primitive]:
    """Draw a domain's score as a bar, or say that there is none."""
    if score.score is None:
        return [Label(scale.left + 4, top + thick - 1, _("No score"), _SMALL, palette.GREY_TEXT)]
    length = scale.x(score.score.exact) - scale.left
    # A score of 0 still shows: a stub says that something was measured.
    return [Rectangle(scale.left, top, max(length, 1.5), thick, palette.ACCENT)]


def target_tick(
    target: int, scale: Scale, bar: float, *, thick: float = _BAR, beyond: float = 3.5
) -> list[Primitive]:
    """Mark a domain's target across its bar."""
    x, top, bottom = scale.x(25 * target), bar - beyond, bar + thick + beyond
    return [Line(x, top, x, bottom, palette.PAPER, 4.2), Line(x, top, x, bottom, palette.INK, 2.0)]


def _target_word(scorecard: Scorecard, scale: Scale, baseline: float, _: Callable[[str], str]) -> Label:
    # The first tick is named and stands for all: a direct label instead of a legend.
    first = next(iter(scorecard.targets.values()))
    return Label(scale.x(25 * first), baseline, _("target"), _SMALL, palette.INK, "middle", strong=True)


def _value(
    score: DomainScore, layout: _BarLayout, baseline: float, scorecard: Scorecard, language: Language
) -> list[Primitive]:
    if score.score is None or score.level is None:
        return []
    word = scorecard.questionnaire.levels[score.level].in_(language)
    left = layout.width - (76 if layout.above else 82)
    return [
        Label(left + 18, baseline, str(score.score.rounded), _SIZE, palette.INK, "end", strong=True),
        Label(left + 24, baseline, word, _SIZE, palette.INK),
    ]


def domain_finding(scorecard: Scorecard, language: Language, _: Callable[[str], str]) -> str:
    """Say in a sentence which domain stands highest and which lowest."""
    scored = [each for each in scorecard.domains if each.score]
    if not scored:
        return _("No domain has a score yet")
    highest = max(scored, key=lambda each: each.points / each.maximum_points)
    lowest = min(scored, key=lambda each: each.points / each.maximum_points)
    high, low = highest.score, lowest.score
    if high is None or low is None or high == low:
        return _("Every domain that has a score stands at %(score)s") % {
            "score": high.rounded if high else ""
        }
    return _("%(highest)s stands highest at %(high)s, %(lowest)s lowest at %(low)s") % {
        "highest": highest.domain.name.in_(language),
        "high": high.rounded,
        "lowest": lowest.domain.name.in_(language),
        "low": low.rounded,
    }


def domain_table(scorecard: Scorecard, language: Language, _: Callable[[str], str]) -> DataTable:
    """List every domain with its score, rounded and exact, its level, its target and what it rests on."""
    levels = scorecard.questionnaire.levels
    header = (_("Domain"), _("Score"), _("Exact"), _("Level"), _("Target"), _("Based on"), _("Answered"))
    rows = []
    for each in scorecard.domains:
        name = f"{each.domain.letter} {each.domain.name.in_(language)}"
        target = levels[scorecard.targets[each.domain.letter]].in_(language)
        based = _("%(count)s of %(asked)s") % {"count": each.applicable, "asked": each.asked}
        answered = _("%(count)s of %(asked)s") % {"count": each.answered, "asked": each.asked}
        if each.score is None or each.level is None:
            rows.append((name, "–", "–", _("No score"), target, based, answered))
        else:
            level = levels[each.level].in_(language)
            exact = str(each.score.exact)
            rows.append((name, str(each.score.rounded), exact, level, target, based, answered))
    return DataTable(header, tuple(rows))


def _description(scorecard: Scorecard, table: DataTable, _: Callable[[str], str]) -> str:
    rows = join_items((f"{row[0]} {row[1]}, {row[3]}" for row in table.rows), _)
    explained = _("Bars of domain scores from 0 to 100; a tick marks each domain’s target.")
    return f"{explained} {rows}."
