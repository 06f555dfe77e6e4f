"""What changed since an earlier round, in words and as rows of tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.figures.chart import DataTable
from app.maturity.level import Level
from app.maturity.plan.action import Action, practice_of
from app.maturity.questionnaire import Question
from app.maturity.rounds.change import Change
from app.maturity.rounds.comparison import LevelChange, LikeForLike, RoundComparison
from app.maturity.rounds.history import RoundHistory
from app.maturity.rounds.round import Round
from app.maturity.rounds.shared_questions import NotCompared
from app.maturity.text import Language
from app.report.rounds.trend_words import change_since, with_furthest
from app.translations import N_
from app.translations.dates import format_day
from app.translations.wording import Wording

_REASONS = {
    NotCompared.NEW: N_("Not asked in the earlier round"),
    NotCompared.UNANSWERED_NOW: N_("Not answered this time"),
    NotCompared.UNANSWERED_BEFORE: N_("Not answered in the earlier round"),
    NotCompared.NOT_APPLICABLE_IN_BOTH: N_("Not applicable in either round"),
    NotCompared.NOT_APPLICABLE_NOW: N_("Not applicable this time"),
    NotCompared.NOT_APPLICABLE_BEFORE: N_("Not applicable in the earlier round"),
}


@dataclass(frozen=True, slots=True)
class DoneAction:
    """An action that was done since: what a person typed, its language, its practice and its day in words."""

    title: str
    language: Language
    facts: str


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Everything that page and PDF say of what changed.

    ``measures`` holds overall readiness and each domain in both rounds, ``moved`` each practice at another
    level with the points that it brought or cost. ``notes`` and ``not_compared`` are pairs of a name and what
    it names: must-haves and levels, and the practices that are left out by their reason.
    """

    finding: str
    compared: str
    arithmetic: str
    measures: DataTable
    notes: tuple[tuple[str, str], ...]
    moved_lead: str
    moved: DataTable
    done: tuple[DoneAction, ...]
    not_compared: tuple[tuple[str, str], ...]


def describe_change(history: RoundHistory, wording: Wording) -> ChangeWords | None:
    """Return what changed since the last round of the same variant in words; None if there is none."""
    _, comparison, since = wording._, history.comparison, history.since
    if comparison is None or since is None:
        return None
    counts = {"n": comparison.compared, "m": comparison.asked}
    compared = _("Compared on %(n)s of %(m)s practices: those that applied and were answered both times.")
    arithmetic = _(
        "Scores are computed on these practices alone, so they can differ from those shown at the time."
        " The difference is computed from the exact scores, then rounded; it can differ by a point from the"
        " difference between the scores shown."
    )
    moved_lead = _("None of the practices compared has changed level.")
    if comparison.moved:
        moved_lead = _(
            "The points are what each practice added to overall readiness or took from it. Before rounding,"
            " they add up exactly to the change in overall readiness; the rounded points need not."
        )
    return ChangeWords(
        finding(comparison, since, wording),
        compared % counts,
        arithmetic,
        _measures(comparison, wording),
        tuple(_notes(comparison, wording)),
        moved_lead,
        _moved(comparison, wording),
        tuple(_done(each, wording) for each in history.done),
        tuple(_left_out(comparison, wording)),
    )


def finding(comparison: RoundComparison, since: Round, wording: Wording) -> str:
    """Return the title: the like-for-like change, and the domain that gained or lost most."""
    _ = wording._
    place = {"number": since.number, "day": format_day(since.completed_on, wording.language)}
    change = comparison.change
    if change is None:
        return _("Nothing can be compared with round %(number)s (%(day)s)") % place
    sentence = change_since(change, _("since round %(number)s (%(day)s)") % place, wording)
    furthest = comparison.gained_most if change.exact >= 0 else comparison.lost_most
    return with_furthest(sentence, change, furthest, wording)


def _measures(comparison: RoundComparison, wording: Wording) -> DataTable:
    _ = wording._
    rows = [_measure(_("Overall readiness"), comparison.overall, comparison.level, wording)]
    for each in comparison.domains:
        if each.asked:
            name = f"{each.domain.letter} {wording.text(each.domain.name)}"
            rows.append(_measure(name, each.scores, each.level, wording))
    header = (_("Measure"), _("Earlier round"), _("This time"), _("Difference"), _("Level"))
    return DataTable(header, tuple(rows))


def _measure(name: str, scores: LikeForLike | None, level: LevelChange, wording: Wording) -> tuple[str, ...]:
    _ = wording._
    before, after = (_level(each, wording) for each in (level.before, level.after))
    levels = (
        after if before == after else _("%(before)s, then %(after)s") % {"before": before, "after": after}
    )
    if scores is None:
        return name, "–", "–", _("Not compared"), levels
    rounded = str(scores.before.rounded), str(scores.after.rounded)
    return name, *rounded, _signed(scores.change, wording), levels


def _moved(comparison: RoundComparison, wording: Wording) -> DataTable:
    _ = wording._
    rows = (
        (
            f"{each.question.id} {wording.text(each.question.name)}",
            wording.answer_words(each.before),
            wording.answer_words(each.after),
            _signed(each.points, wording, digits=1),
        )
        for each in comparison.moved
    )
    return DataTable((_("Practice"), _("Earlier round"), _("This time"), _("Points")), tuple(rows))


def _signed(change: Change, wording: Wording, digits: int = 0) -> str:
    _, points = wording._, change.to(digits)
    if not change.exact:
        return _("No change")
    words = {"points": wording.format_points(abs(points))}
    if not points:
        words = {"points": _("less than half a point") if not digits else _("less than 0.1 points")}
    return (_("Up by %(points)s") if change.exact > 0 else _("Down by %(points)s")) % words


def _notes(comparison: RoundComparison, wording: Wording) -> Iterator[tuple[str, str]]:
    _ = wording._
    if comparison.gates_met:
        met = comparison.gates_met
        title = _("Must-have no longer missing") if len(met) == 1 else _("Must-haves no longer missing")
        yield title, _practices(met, wording)
    if comparison.gates_missing:
        lost = comparison.gates_missing
        title = _("Must-have newly missing") if len(lost) == 1 else _("Must-haves newly missing")
        yield title, _practices(lost, wording)
    steps = [(_("Overall readiness"), comparison.level.steps)]
    steps += [(wording.text(each.domain.name), each.level.steps) for each in comparison.domains]
    higher, lower = ([name for name, step in steps if step * sign > 0] for sign in (1, -1))
    if higher:
        yield _("At a higher level"), wording.join_items(higher)
    if lower:
        yield _("At a lower level"), wording.join_items(lower)


def _done(action: Action, wording: Wording) -> DoneAction:
    facts = []
    practice = practice_of(action, wording.questionnaire)
    if practice:
        facts.append(f"{practice.id} {wording.text(practice.name)}")
    if action.done_on:
        facts.append(format_day(action.done_on, wording.language))
    return DoneAction(action.title, action.lang, ", ".join(facts))


def _left_out(comparison: RoundComparison, wording: Wording) -> Iterator[tuple[str, str]]:
    for reason, sentence in _REASONS.items():
        questions = [question for question, why in comparison.not_compared if why is reason]
        if questions:
            yield wording._(sentence), _practices(questions, wording)
    if comparison.no_longer_asked:
        yield wording._("No longer asked"), _practices(comparison.no_longer_asked, wording)


def _level(level: Level | None, wording: Wording) -> str:
    return wording._("No score") if level is None else wording.level_name(level)


def _practices(questions: Iterable[Question], wording: Wording) -> str:
    return wording.join_items(f"{each.id} {wording.text(each.name)}" for each in questions)
