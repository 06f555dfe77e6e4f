"""The domains as bars on the scale of levels."""

from dataclasses import dataclass

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Line, Primitive, Rectangle
from app.figures.labels import fit_between, stack_lines
from app.figures.scale import Scale
from app.figures.text_metrics import wrap
from app.figures.typography import BAR_HEIGHT, FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.level import Level
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import DomainScore
from app.translations.wording import Wording, quote

_AIR = 10.0
_TOP = 28.0
_NAMES = 10.0
# More domains than these with the same score are counted, not named.
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class _BarLayout:
    """The positions of a row's parts; in a narrow chart the words are above their bar."""

    width: float
    names: float
    scale: Scale
    above: bool


def _layout(width: float) -> _BarLayout:
    if width < FULL_WIDTH:
        return _BarLayout(width, width - 82, Scale(6, width - 14), above=True)
    return _BarLayout(width, 158, Scale(172, width - 266), above=False)


def domain_bars(scorecard: Scorecard, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build one bar per domain with level and target; in a narrow chart the names are above the bars."""
    layout = _layout(width)
    names = _level_names(layout, wording)
    # In a narrow chart some level names move down a line, and everything below moves with them.
    top = _TOP + max(name.y for name in names) - _NAMES
    rows: list[Primitive] = []
    bottom = top
    for score in scorecard.domains:
        target = scorecard.targets[score.domain.letter]
        drawn, bottom = _row(score, target, layout, bottom, wording)
        rows.extend(drawn)
    first = next(iter(scorecard.targets.values()))
    primitives = (
        *layout.scale.backdrop(top - 10, bottom),
        *names,
        *layout.scale.numbers(bottom + 11, wording),
        *fit_between((target_word(first, layout.scale, top - 3, wording),), 0, width),
        *rows,
    )
    table = domain_table(scorecard, wording)
    # The page and the PDF say the finding in a sentence of its own, so the drawing is named after what it is.
    title = wording._("Scores and targets of the domains, drawn as bars")
    return Chart(width, bottom + 16, primitives, title, _description(table, wording), table)


def _level_names(layout: _BarLayout, wording: Wording) -> tuple[Label, ...]:
    names = layout.scale.names(_NAMES, wording)
    return tuple(placed for name in names for placed in fit_between((name,), 0, layout.width))


def _row(
    score: DomainScore,
    target: int,
    layout: _BarLayout,
    top: float,
    wording: Wording,
) -> tuple[list[Primitive], float]:
    first = Label(22, top + 11, "", TEXT_SIZE, palette.INK)
    name = stack_lines(wrap(wording.text(score.domain.name), layout.names - 22, TEXT_SIZE), first, LEADING)
    note = _note(score, name[-1].y + LEADING, wording)
    words_end = (note or name)[-1].y + 3
    bar = words_end + 3 if layout.above else (top + words_end - BAR_HEIGHT) / 2 + 1
    end = bar + BAR_HEIGHT + _AIR if layout.above else words_end + _AIR - 3
    baseline = first.y if layout.above else bar + 8.2
    return [
        Label(6, first.y, score.domain.letter, TEXT_SIZE, palette.ACCENT, strong=True),
        *name,
        *note,
        *score_bar(score, layout.scale, bar, wording),
        *target_tick(target, layout.scale, bar),
        *_value(score, layout, baseline, wording),
    ], end


def _note(score: DomainScore, baseline: float, wording: Wording) -> tuple[Label, ...]:
    if not score.rests_on_few_questions:
        return ()
    return (Label(22, baseline, based_on(score, wording), SMALL_SIZE, palette.GREY_TEXT),)


def based_on(score: DomainScore, wording: Wording) -> str:
    """Return how many of a domain's questions its score is based on, in words."""
    return wording._("based on %(applicable)s of %(asked)s questions") % {
        "applicable": score.applicable,
        "asked": score.asked,
    }


def score_bar(
    score: DomainScore, scale: Scale, top: float, wording: Wording, *, thick: float = BAR_HEIGHT
) -> list[Primitive]:
    """Build the bar of a domain's score, or a note that there is no score."""
    if score.score is None:
        return [Label(scale.left + 4, top + thick - 1, wording._("No score"), SMALL_SIZE, palette.GREY_TEXT)]
    length = scale.x(score.score.exact) - scale.left
    # A score of 0 still gets a short bar, because it was measured.
    return [Rectangle(scale.left, top, max(length, 1.5), thick, palette.ACCENT)]


def target_tick(
    target: int, scale: Scale, bar: float, *, thick: float = BAR_HEIGHT, beyond: float = 3.5
) -> list[Primitive]:
    """Build the tick of a domain's target across its bar."""
    x, top, bottom = scale.x(Level(target).points), bar - beyond, bar + thick + beyond
    return [Line(x, top, x, bottom, palette.PAPER, 4.2), Line(x, top, x, bottom, palette.INK, 2.0)]


def target_word(target: int, scale: Scale, baseline: float, wording: Wording) -> Label:
    """Build the label of one target's tick, which explains all of them in place of a legend."""
    x = scale.x(Level(target).points)
    return Label(x, baseline, wording._("target"), SMALL_SIZE, palette.INK, "middle", strong=True)


def _value(score: DomainScore, layout: _BarLayout, baseline: float, wording: Wording) -> list[Primitive]:
    if score.score is None or score.level is None:
        return []
    word = wording.level_name(score.level)
    left = layout.width - (76 if layout.above else 82)
    return [
        Label(left + 18, baseline, str(score.score.rounded), TEXT_SIZE, palette.INK, "end", strong=True),
        Label(left + 24, baseline, word, TEXT_SIZE, palette.INK),
    ]


def domain_finding(scorecard: Scorecard, wording: Wording) -> str:
    """Return a sentence on the domains with the highest and the lowest score."""
    _ = wording._
    scored = [each for each in scorecard.domains if each.score]
    if not scored:
        return _("No domain has a score yet")
    # Compared as they are shown, so that no domain is called the highest beside another with its number.
    shown = [each.score.rounded for each in scored if each.score]
    high, low = max(shown), min(shown)
    if len(scored) == 1:
        sentence = _("Only one domain has a score: %(domain)s, %(score)s")
        return sentence % {"domain": wording.text(scored[0].domain.name), "score": high}
    if high == low:
        return _("Every domain with a score is at %(score)s") % {"score": high}
    highest, lowest = (
        [wording.text(each.domain.name) for each, score in zip(scored, shown, strict=True) if score == end]
        for end in (high, low)
    )
    sentence = _("The highest domain score is %(high)s (%(highest)s), the lowest is %(low)s (%(lowest)s)")
    return sentence % {
        "highest": name_or_count(highest, wording),
        "high": high,
        "lowest": name_or_count(lowest, wording),
        "low": low,
    }


def name_or_count(names: list[str], wording: Wording) -> str:
    """Return one name as it is, two in quotation marks because they contain “and”, or how many there are."""
    if len(names) == 1:
        return names[0]
    if len(names) <= _MOST_NAMED:
        return wording.join_names(quote(each, wording.language) for each in names)
    return wording._("%(count)s domains") % {"count": wording.number_word(len(names))}


def domain_table(scorecard: Scorecard, wording: Wording) -> DataTable:
    """Build a table of the domains: score, exact score, level, target and the answers it is based on."""
    _ = wording._
    header = (_("Domain"), _("Score"), _("Exact"), _("Level"), _("Target"), _("Based on"), _("Answered"))
    rows = []
    for each in scorecard.domains:
        name = f"{each.domain.letter} {wording.text(each.domain.name)}"
        target = wording.level_name(scorecard.targets[each.domain.letter])
        based = _("%(count)s of %(asked)s") % {"count": each.applicable, "asked": each.asked}
        answered = _("%(count)s of %(asked)s") % {"count": each.answered, "asked": each.asked}
        if each.score is None or each.level is None:
            rows.append((name, "–", "–", _("No score"), target, based, answered))
        else:
            level = wording.level_name(each.level)
            exact = str(each.score.exact)
            rows.append((name, str(each.score.rounded), exact, level, target, based, answered))
    return DataTable(header, tuple(rows))


def _description(table: DataTable, wording: Wording) -> str:
    rows = wording.join_items(f"{row[0]} {row[1]}, {row[3]}" for row in table.rows)
    explained = wording._("Bars of domain scores from 0 to 100; a tick marks each domain’s target.")
    return f"{explained} {rows}."
