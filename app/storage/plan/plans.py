"""Read the plan of an assessment and change it, under a key; what is read are actions of the core.

A change names the revision of each action that the person saw. If somebody else changed one of these actions
meanwhile, nothing is stored; what others did to other actions is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from app.maturity.outlook.next_step import NextStep
from app.maturity.plan import plan as plans
from app.maturity.plan.action import Action
from app.maturity.plan.plan import ActionFields, Plan
from app.maturity.text import Language
from app.storage.assessments import sharing
from app.storage.database import locks
from app.storage.plan import documents
from app.storage.plan.documents import FREE, part_of
from app.storage.sealing import codes, history, key_wrapping, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PLAN_PREFIX, PROFILE, read_profile
from app.storage.sealing.errors import ForbiddenError, StorageError, TamperedError, VersionChangedError
from app.storage.sealing.roles import CONTRIBUTOR, PULSE_VIEWER, VOICE
from app.storage.sealing.sealed_documents import OpenDocument

# What the history says of each change, with the ids of the practices or ``FREE``.
ADDED, CHANGED = "plan-added", "plan-changed"


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as far as a link may read it, and the version of each document that was read, by its name."""

    plan: Plan = field(repr=False)
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ActionEdit:
    """What a person makes of an action of which they saw ``revision``."""

    id: str
    revision: int
    fields: ActionFields


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action to be added that no recommendation asks for; it may still have a practice."""

    fields: ActionFields
    practice: str | None = None


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """Changes that are stored together or not at all.

    ``language`` is that of the page or file in which the titles were written. ``steps`` were ticked: one
    whose practice has an open action makes none.
    """

    language: Language
    edits: tuple[ActionEdit, ...] = ()
    steps: tuple[NextStep, ...] = ()
    new: tuple[NewAction, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan after a save, and the actions that the save added and changed."""

    plan: Plan
    added: tuple[Action, ...] = ()
    changed: tuple[Action, ...] = ()


class PlanConflictError(StorageError):
    """Actions changed after the person saw them; ``stored`` is the plan as it is now."""

    def __init__(self, ids: tuple[str, ...], stored: StoredPlan) -> None:
        super().__init__(f"{len(ids)} actions of the plan changed meanwhile.")
        self.ids = ids
        self.stored = stored


def load_plan(connection: Connection, key: AccessKey) -> StoredPlan:
    """Return the plan as far as the key may read it; notes are empty for a link that sees results only.

    Raises ForbiddenError for a link that may read no action.
    """
    if key.role in (PULSE_VIEWER, VOICE):
        raise ForbiddenError(PLAN_PREFIX)
    return _read(key, sealed_documents.open_prefixed(connection, key, PLAN_PREFIX))


def save_plan(connection: Connection, key: AccessKey, changes: PlanChanges) -> SavedPlan:
    """Store changes of a plan in one go; a contributor changes state and note of what it may read.

    Raises PlanConflictError, UnknownActionError, RefusedActionError and FullPlanError, and ForbiddenError for
    what the link may not change.
    """
    if not (key.grant.may_plan or (key.role == CONTRIBUTOR and not (changes.steps or changes.new))):
        raise ForbiddenError(PLAN_PREFIX)
    opened = _lock_and_open(connection, key)
    before = _read(key, opened)
    edited = _edited(key, before, changes)
    plan = edited
    for step in changes.steps:
        plan = plans.tick(plan, _new_id(plan), step, changes.language)
    for new in changes.new:
        made = plans.free_action(_new_id(plan), new.fields, changes.language, key.today)
        plan = plans.add(plan, replace(made, practice=new.practice))
    changed = tuple(after for old, after in zip(before.plan, edited, strict=True) if after != old)
    saved = SavedPlan(plan, plan[len(edited) :], changed)
    _write(connection, key, opened, saved)
    return saved


def add_plan(connection: Connection, key: AccessKey, plan: Plan) -> None:
    """Store the actions of an imported assessment as they are, with their ids; it has none yet."""
    opened = _lock_and_open(connection, key)
    if not key.grant.is_owner or _read(key, opened).plan:
        raise ForbiddenError(PLAN_PREFIX)
    added: Plan = ()
    for action in plan:
        added = plans.add(added, action)
    _write(connection, key, opened, SavedPlan(added, added))


def prepare_plan(connection: Connection, key: AccessKey) -> None:
    """Store a plan without an action if there is none: a link that may not read the others cannot do it."""
    present = _parts(_lock_and_open(connection, key))
    if not present:
        _add_documents(connection, key, set(), present)


def _edited(key: AccessKey, before: StoredPlan, changes: PlanChanges) -> Plan:
    plan, conflicts = before.plan, []
    for each in changes.edits:
        action = plans.find(plan, each.id)
        changed = plans.edit(action, each.fields, changes.language, key.today)
        if changed == action:
            continue
        if action.revision != each.revision:
            conflicts.append(each.id)
        elif not key.grant.may_plan and not plans.changes_state_alone(action, each.fields):
            raise ForbiddenError(each.id)
        plan = plans.with_changed(plan, changed)
    if conflicts:
        raise PlanConflictError(tuple(conflicts), before)
    return plan


def _new_id(plan: Plan) -> str:
    taken = {action.id for action in plan}
    while (id := codes.new_action_id()) in taken:
        pass
    return id


def _read(key: AccessKey, opened: Mapping[str, OpenDocument]) -> StoredPlan:
    read = {name: each for name, each in opened.items() if name.startswith(PLAN_PREFIX)}
    for part in _parts(read):
        for name in documents.empty_documents((part,)):
            if name not in read and key.grant.may_read(name):
                raise TamperedError(name)
    contents = {name: each.content for name, each in read.items()}
    return StoredPlan(documents.read_plan(contents), {name: each.version for name, each in read.items()})


def _parts(names: Iterable[str]) -> set[str]:
    # The letter, or ``FREE``, is all that stands after the last hyphen.
    return {name.rpartition("-")[2] for name in names if name.startswith(PLAN_PREFIX)}


def _lock_and_open(connection: Connection, key: AccessKey) -> dict[str, OpenDocument]:
    """Lock the assessment, and return the documents of the plan with the link’s history."""
    locks.lock_assessment(connection, key.assessment_id)
    own = key.grant.history_document
    opened = sealed_documents.open_prefixed(connection, key, PLAN_PREFIX, own)
    # The steps and practices were read in the earlier version.
    if opened[own].questionnaire != key.questionnaire:
        raise VersionChangedError
    return opened


def _write(connection: Connection, key: AccessKey, opened: dict[str, OpenDocument], saved: SavedPlan) -> None:
    parts = {part_of(action) for action in (*saved.added, *saved.changed)}
    if not parts:
        return
    if parts - _parts(opened):
        _add_documents(connection, key, parts, _parts(opened))
        opened = _lock_and_open(connection, key)
    contents = {name: each.content for name, each in opened.items() if name.startswith(PLAN_PREFIX)}
    places = documents.read_places(contents)
    next_place = max(places.values(), default=-1) + 1
    places |= {action.id: next_place + number for number, action in enumerate(saved.added)}
    for part in sorted(parts):
        written = documents.write_part(part, saved.plan, places)
        changed = [(opened[name], each) for name, each in written.items() if each != contents[name]]
        _replace(connection, key, *changed)
    own = opened[key.grant.history_document]
    recorded = _recorded(key, own.content, saved)
    if recorded != own.content:
        _replace(connection, key, (own, recorded))


def _recorded(key: AccessKey, content: bytes, saved: SavedPlan) -> bytes:
    for entry, actions in ((ADDED, saved.added), (CHANGED, saved.changed)):
        if actions:
            practices = sorted({action.practice or FREE for action in actions})
            content = history.append(content, key.unlocked_at, entry, practices)
    return content


def _replace(connection: Connection, key: AccessKey, *changed: tuple[OpenDocument, bytes]) -> None:
    if not sealed_documents.replace_documents(connection, key, *changed):
        # They are locked since they were opened.
        raise TamperedError(changed[0][0].name)


def _add_documents(connection: Connection, key: AccessKey, parts: set[str], present: set[str]) -> None:
    """Add the documents of every domain at once, so that their names do not show which has an action."""
    recipients = sharing.active_recipients(connection, key)
    head = read_profile(sealed_documents.open_one(connection, key, PROFILE).content)
    missing = sorted({FREE, *head.domains, *parts} - present)
    key_wrapping.add(connection, documents.empty_documents(missing), recipients)
