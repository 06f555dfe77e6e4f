"""The history of an assessment: which link changed what and when, for owners."""

from collections.abc import Sequence

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.exchange import history_json
from app.exchange.history_json import ChangeEntry, LinkEntry
from app.storage.assessments import sharing
from app.storage.assessments.sharing import LinkWithHistory
from app.storage.plan.plans import ADDED, CHANGED
from app.storage.sealing.documents import LINKS, PROGRAMME, PULSE, ROUNDS
from app.storage.voices.voices import VOICES
from app.web import access
from app.web.document_names import document_name, programme_step, round_step, step, voice_step
from app.web.request import database, language
from app.web.request.files import json_response
from app.web.request.language import translate as _
from app.web.sharing.sharing import last_use

bp = Blueprint("history", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)

# The page shows the latest of them; the file holds all.
_SHOWN = 200


@bp.get("/history")
def history(id: str) -> ResponseReturnValue:
    """Show the latest changes."""
    opened = access.opened(id)
    shared = sharing.list_links(database.reading(), opened.key)
    changes = _changes(shared)
    # Two changes of one minute can be equal, so each is known by its identity.
    withdrawals = _withdrawals(shared, changes)
    wordings = (language.wording(opened.questionnaire),)
    return access.render(
        "sharing/history.html",
        opened,
        links={each.link.id: each.link for each in shared},
        changes=changes[:_SHOWN],
        count=len(changes),
        forgetful=[each for each in shared if each.history.forgotten_until],
        part=lambda name: document_name(name, wordings),
        step=lambda change: step(change, _),
        withdraws=lambda change: any(change is each for each in withdrawals),
        sharing=LINKS,
        pulse=PULSE,
        rounds=ROUNDS,
        plan=(ADDED, CHANGED),
        programme=PROGRAMME,
        voices=VOICES,
        round_step=lambda change: round_step(change, _),
        programme_step=lambda changes: programme_step(changes, _),
        voice_step=lambda change: voice_step(change, _),
    )


@bp.get("/files/history.json")
def history_file(id: str) -> ResponseReturnValue:
    """Send every recorded change, the latest first."""
    opened = access.opened(id)
    shared = sharing.list_links(database.reading(), opened.key)
    links = [
        LinkEntry(
            id=each.link.id,
            name=each.link.name,
            role=each.link.role,
            domains=tuple(each.link.domains),
            scores=each.link.scores,
            made_on=each.link.made_on,
            withdrawn_on=each.link.revoked_on,
            last_used_on=last_use(each),
            forgotten_until=each.history.forgotten_until,
        )
        for each in shared
    ]
    content = history_json.write(links, _changes(shared))
    return json_response(content, opened.load().assessment, "history")


def _withdrawals(
    shared: Sequence[LinkWithHistory], changes: Sequence[ChangeEntry]
) -> tuple[ChangeEntry, ...]:
    """Return the change with which each withdrawn link was withdrawn: the last on it; the first made it."""
    latest = {each.questions[0]: each for each in reversed(changes) if each.part == LINKS}
    return tuple(latest[each.link.id] for each in shared if each.link.revoked_on and each.link.id in latest)


def _changes(shared: Sequence[LinkWithHistory]) -> list[ChangeEntry]:
    """Return the changes of all links, the latest first; those of one minute keep the order of their link."""
    entries = [
        ChangeEntry(change.at, each.link.id, change.document, change.questions)
        for each in shared
        for change in each.history.changes
    ]
    return sorted(entries, key=lambda entry: entry.at)[::-1]
