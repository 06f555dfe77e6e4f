"""The what-if in words: each measure now, as supposed, and what changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.maturity.level import Level
from app.maturity.outlook.supposition import ScoreChange, Supposition
from app.maturity.questionnaire import Question
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class SupposedRow:
    """One measure: its name, its value now and as supposed, and the change in words."""

    name: str
    now: str
    then: str
    change: str


def supposed_rows(supposition: Supposition, wording: Wording) -> tuple[SupposedRow, ...]:
    """Return the rows of the table: overall readiness, its level, the must-haves, and every domain."""
    return tuple(_rows(supposition, wording))


def _rows(supposition: Supposition, wording: Wording) -> Iterator[SupposedRow]:
    _ = wording._
    now, then = supposition.now.overall, supposition.then.overall
    yield _score_row(_("Overall readiness"), supposition.overall, wording)
    rises = supposition.level_rises_to
    change = _("Rises to %(level)s") % {"level": wording.level_name(rises)} if rises is not None else ""
    yield SupposedRow(
        _("Level"), _level(now.level, wording), _level(then.level, wording), change or _("No change")
    )
    met = _names(supposition.gates_met, wording)
    change = _("No longer missing: %(names)s") % {"names": met} if met else _("No change")
    yield SupposedRow(
        _("Must-haves still missing"),
        _names(now.failing_gates, wording) or _("None"),
        _names(then.failing_gates, wording) or _("None"),
        change,
    )
    for domain, scores in zip(supposition.now.domains, supposition.domains, strict=True):
        yield _score_row(f"{domain.domain.letter} {wording.text(domain.domain.name)}", scores, wording)


def _score_row(name: str, scores: ScoreChange, wording: Wording) -> SupposedRow:
    _ = wording._
    now, then = (str(each.rounded) if each else "–" for each in (scores.now, scores.then))
    change = _("No change")
    if scores.points:
        change = _("Up by %(points)s") % {"points": wording.format_points(scores.points)}
    return SupposedRow(name, now, then, change)


def _level(level: Level | None, wording: Wording) -> str:
    return wording._("No score") if level is None else wording.level_name(level)


def _names(questions: Iterable[Question], wording: Wording) -> str:
    return wording._("; ").join(wording.text(question.name) for question in questions)
