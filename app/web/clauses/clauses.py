"""The page of model clauses: to read, to fill in once, and to download as a draft policy or as amendments."""

from collections.abc import Mapping

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from app.maturity.policy.clause import Placeholder
from app.report.policy import policy_file
from app.report.policy.draft_content import DraftContent, choose_clauses
from app.report.policy.policy_file import DraftFormat, DraftKind
from app.storage.assessments.placeholders import (
    Filled,
    PlaceholdersConflictError,
    load_placeholders,
    save_placeholders,
)
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import OWNER, VIEWER
from app.translations import translator
from app.translations.wording import Wording
from app.web import access
from app.web.access import OpenAssessment
from app.web.clauses.chosen_clauses import ChosenClauses, read_choice, read_download
from app.web.clauses.clause_view import describe_clauses
from app.web.clauses.placeholder_form import PlaceholderForm, placeholder_views
from app.web.forms.base import Problem, sentences_by_control
from app.web.request import database, language, notice, rate_limits
from app.web.request.files import assessment_response
from app.web.request.language import address
from app.web.scoring import build_scorecard

bp = Blueprint("clauses", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)

# The name in the placeholders that the assessment knows already.
_ORGANISATION = "organisation"
_MEDIA: Mapping[DraftFormat, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
_KINDS: tuple[DraftKind, ...] = ("policy", "amendments")


@bp.get("/policy/clauses")
def clauses(id: str) -> ResponseReturnValue:
    """Show the clauses of every practice, and ask which to download."""
    return _page(_opened(id))


@bp.post("/policy/clauses")
def save(id: str) -> ResponseReturnValue:
    """Save the words for the placeholders."""
    opened = access.opened(id)
    form = PlaceholderForm.from_request(placeholders=_common(opened))
    stored = load_placeholders(database.reading(), opened.key)
    problems = tuple(form.problems())
    if problems:
        version = form.version_to_show(stored.version)
        return _page(opened, typed=form.filled, version=version, problems=problems), 422
    try:
        version = save_placeholders(
            database.writing(), opened.key, form.filled, expected_version=form.expected_version
        )
    except PlaceholdersConflictError as error:
        theirs = error.stored
        return _page(opened, typed=form.filled, version=theirs.version, theirs=theirs.filled), 409
    notice.leave_saved(id, notice.kind_of_save(stored.version, version))
    return redirect(address("clauses.clauses", id=id))


def download(id: str, kind: DraftKind, format: DraftFormat) -> ResponseReturnValue:
    """Send the chosen clauses as a draft policy or as amendments; show the page if none is chosen."""
    opened = _opened(id)
    chosen = read_download(request.args, opened.questionnaire)
    if chosen.problems:
        return _page(opened, chosen), 422
    rate_limits.hit_pdf_limit(id)
    content = DraftContent(
        choose_clauses(opened.questionnaire, chosen.practices),
        tuple(Wording(each, translator(each), opened.questionnaire) for each in chosen.languages),
        _words(opened),
    )
    return assessment_response(
        policy_file.write(content, kind, format),
        _MEDIA[format],
        opened.load().assessment,
        f"{kind}-{chosen.language}",
        format,
    )


for _kind in _KINDS:
    for _format in _MEDIA:
        bp.add_url_rule(
            f"/files/{_kind}.{_format}",
            f"{_kind}_{_format}",
            download,
            defaults={"kind": _kind, "format": _format},
        )


def _opened(id: str) -> OpenAssessment:
    opened = access.opened(id, VIEWER)
    # A link for results only has no key to the words for placeholders.
    if not opened.shows_answers:
        raise ForbiddenError
    return opened


def _common(opened: OpenAssessment) -> tuple[Placeholder, ...]:
    return tuple(each for each in opened.questionnaire.policy.placeholders if each.common)


def _words(opened: OpenAssessment) -> Filled:
    """Return the stored words; before any are saved, the name of the organisation."""
    stored = load_placeholders(database.reading(), opened.key)
    if stored.version:
        return stored.filled
    name = {_ORGANISATION: opened.load().assessment.profile.organisation}
    return {"en": name, "fr": name}


def _page(
    opened: OpenAssessment,
    chosen: ChosenClauses | None = None,
    *,
    typed: Filled | None = None,
    version: int | None = None,
    theirs: Filled | None = None,
    problems: tuple[Problem, ...] = (),
) -> str:
    wording, words = language.wording(opened.questionnaire), _words(opened)
    card = build_scorecard(opened.questionnaire, opened.load())
    recommended = [each.question.id for each in card.recommendations]
    chosen = chosen or read_choice(request.args, opened.questionnaire, recommended)
    if version is None:
        version = load_placeholders(database.reading(), opened.key).version
    problems = problems or chosen.problems
    return access.render(
        "clauses/clauses.html",
        opened,
        pages_of="results.results",
        questionnaire=opened.questionnaire,
        clauses=describe_clauses(wording, words.get(wording.language)),
        chosen=chosen,
        recommended=recommended,
        placeholders=placeholder_views(_common(opened), words if typed is None else typed, theirs),
        may_change=opened.role == OWNER,
        version=version,
        conflict=theirs is not None,
        is_typed=typed is not None,
        problems=problems,
        errors=sentences_by_control(problems),
    )
