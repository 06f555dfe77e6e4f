"""What the page of an import shows: each change with the old and the new."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.exchange.plan_import import proposal_json
from app.exchange.plan_import.edited_plan import EditedPlan
from app.maturity.plan.action import Action
from app.maturity.plan.proposal import PlanChange
from app.maturity.text import N_, Language
from app.translations.dates import format_day
from app.translations.plan_words import STATE_NAMES, practice_words
from app.translations.wording import Wording

_NAMES = {
    "title": N_("Action"),
    "person": N_("Person"),
    "due": N_("Due date"),
    "state": N_("State"),
    "note": N_("Note"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its texts before and after; ``before`` is empty for a new action."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: the action as its title names it, its practice, and the fields that differ."""

    id: str
    title: str
    title_language: Language
    practice: str
    is_new: bool
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ImportView:
    """A file beside the plan: what would change, what is outdated and is changed only by a tick, and more.

    ``proposed`` is what the form carries; it is empty if nothing can be stored.
    """

    edited: EditedPlan
    changes: tuple[ChangeView, ...]
    outdated: tuple[ChangeView, ...]
    proposed: str

    @property
    def may_be_stored(self) -> bool:
        """Return whether there is a change to confirm, and no fault."""
        return bool(self.proposed)


def describe(edited: EditedPlan, wording: Wording) -> ImportView:
    """Return what the page shows of a file that was compared with the plan."""
    proposed = ""
    if edited.changes and not edited.faults:
        proposed = proposal_json.write(edited.changes, edited.changes[0].proposed.language)
    return ImportView(
        edited,
        tuple(_views((each for each in edited.changes if not each.is_outdated), wording)),
        tuple(_views((each for each in edited.changes if each.is_outdated), wording)),
        proposed,
    )


def _views(changes: Iterable[PlanChange], wording: Wording) -> Iterable[ChangeView]:
    for change in changes:
        known = change.before or change.after
        names = change.changed_fields
        if change.before is None:
            # The title of a new action stands over its fields.
            names = tuple(name for name in names if name != "title")
        yield ChangeView(
            known.id,
            known.title,
            known.lang,
            practice_words(known, wording),
            change.before is None,
            tuple(
                FieldChange(
                    wording._(_NAMES[name]),
                    _words(change.before, name, wording) if change.before else "",
                    _words(change.after, name, wording),
                )
                for name in names
            ),
        )


def _words(action: Action, name: str, wording: Wording) -> str:
    if name == "state":
        return wording._(STATE_NAMES[action.state])
    if name == "due":
        return format_day(action.due, wording.language) if action.due else ""
    return str(getattr(action, name))
