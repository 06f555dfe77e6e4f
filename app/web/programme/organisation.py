"""The coordinator’s page of one organisation: what it submitted last, and since which earlier submission."""

from dataclasses import replace

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.exchange.programme import submission_json
from app.exchange.programme.submission_json import FaultySubmissionError, SubmissionReader
from app.maturity.answers import Answer
from app.maturity.programme.change import change_since
from app.maturity.programme.submission import Submission, with_texts
from app.report.programme.day_words import change_note
from app.report.programme.preview import PreviewPart, preview
from app.storage.programme import submitted
from app.storage.programme.invitations import ProgrammeInvitation
from app.storage.sealing.errors import TamperedError
from app.translations.programme_words import STATE_NAMES
from app.translations.wording import Wording
from app.web.programme import programme_access
from app.web.programme.inviting import find_invitation
from app.web.programme.overview import PROGRAMME_PREFIX
from app.web.programme.programme_access import OpenProgramme
from app.web.programme.side_view import change_table
from app.web.request import database, language
from app.web.request.language import translate as _

bp = Blueprint("organisation", __name__, url_prefix=PROGRAMME_PREFIX)
language.localise(bp)


@bp.get("/organisations/<invitation>")
def organisation(id: str, invitation: str) -> ResponseReturnValue:
    """Show what an organisation submitted of its latest round; without a submission, its state alone."""
    opened = programme_access.opened(id)
    found = find_invitation(opened, invitation)
    readable, unreadable = _open(opened, found)
    newest = readable[-1] if readable else None
    change = change_since(readable[-2], readable[-1], opened.questionnaire) if len(readable) > 1 else None
    texts = _texts(opened, found, newest) if newest else {}
    wording = opened.wording
    return programme_access.render(
        "programme/organisation.html",
        opened,
        pages_of="side_by_side.side_by_side",
        invitation=found,
        state=_(STATE_NAMES[found.state]),
        parts=_parts(with_texts(newest, texts) if texts else newest, wording) if newest else (),
        changes=change_table(change, wording) if change else None,
        change_note=change_note(change, wording) if change else "",
        unreadable=unreadable,
        texts_missing=texts is None,
    )


def _parts(submission: Submission, wording: Wording) -> tuple[PreviewPart, ...]:
    """Return what the organisation saw before it submitted; its own part is not the reader’s organisation."""
    own, *others = preview(submission, wording)
    return (replace(own, heading=wording._("The organisation")), *others)


def _open(opened: OpenProgramme, found: ProgrammeInvitation) -> tuple[list[Submission], int]:
    """Return the submissions that can be read, by round, and the number of the others."""
    reader = SubmissionReader(opened.questionnaire, opened.terms.variant)
    readable, unreadable = [], 0
    for each in submitted.open_of(database.reading(), opened.key, found):
        try:
            if each.content is None:
                raise FaultySubmissionError
            readable.append(reader.read(each.content))
        except FaultySubmissionError:
            unreadable += 1
    return readable, unreadable


def _texts(opened: OpenProgramme, found: ProgrammeInvitation, newest: Submission) -> dict[str, Answer] | None:
    """Return the comments and evidence of a submission, empty if it has none; None if they cannot be read."""
    if not newest.has_texts:
        return {}
    try:
        content = submitted.open_texts(database.reading(), opened.key, found, newest.round.number)
        if content is None:
            return None
        return submission_json.read_texts(content, opened.questionnaire, opened.terms.variant)
    except (FaultySubmissionError, TamperedError):
        return None
