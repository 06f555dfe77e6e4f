"""The coordinator’s first page of a programme: its days, and how far its organisations are."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.maturity.programme.programme import STATES
from app.maturity.programme.progress import count_progress
from app.report.programme.invitation_letters import MOST_LETTERS
from app.translations.programme_words import STATE_NAMES
from app.web.programme import programme_access
from app.web.programme.asked_rows import asked_list
from app.web.programme.loading import load_organisations
from app.web.programme.reminder import reminder_text
from app.web.request import language
from app.web.request.language import translate as _

PROGRAMME_PREFIX = f"{language.LANGUAGE_PREFIX}/programme/<id>"

bp = Blueprint("programme", __name__, url_prefix=PROGRAMME_PREFIX)
language.localise(bp)


@bp.get("/")
def overview(id: str) -> ResponseReturnValue:
    """Show the state of the programme and how many organisations are in each state, in all and by day."""
    opened = programme_access.opened(id)
    progress = count_progress(load_organisations(opened))
    return programme_access.render(
        "programme/overview.html",
        opened,
        questionnaire=opened.questionnaire,
        progress=progress,
        states=[(state, _(STATE_NAMES[state])) for state in STATES],
    )


@bp.get("/organisations")
def organisations(id: str) -> ResponseReturnValue:
    """List the invited organisations with their states and days, as far as they are asked for."""
    opened = programme_access.opened(id)
    found = load_organisations(opened)
    asked = asked_list(request.args, found, opened.wording)
    return programme_access.render(
        "programme/organisations.html",
        opened,
        asked=asked,
        listed=asked.page,
        invited=len(found),
        letters=_parts_of_letters(sum(each.state == "not_begun" for each in found)),
        state_names={state: _(name) for state, name in STATE_NAMES.items()},
    )


def _parts_of_letters(unused: int) -> list[tuple[int, int, int]]:
    """Return the parts in which letters are written: each with its number, its first and its last letter."""
    firsts = range(1, unused + 1, MOST_LETTERS)
    return [(part, first, min(first + MOST_LETTERS - 1, unused)) for part, first in enumerate(firsts, 1)]


@bp.get("/reminder")
def reminder(id: str) -> ResponseReturnValue:
    """Show the text of a reminder to copy, for the organisations that have not submitted yet."""
    opened = programme_access.opened(id)
    waiting = [
        each for each in load_organisations(opened) if each.state in ("not_begun", "begun", "complete")
    ]
    return programme_access.render(
        "programme/reminder.html", opened, waiting=len(waiting), mail=reminder_text(opened)
    )
