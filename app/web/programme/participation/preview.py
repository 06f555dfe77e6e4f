"""The preview of a submission, made of the very bytes that leave, and the act of submitting it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.exchange.programme import submission_json
from app.exchange.programme.submission_json import SubmissionReader
from app.maturity.programme.submission import (
    DEPTHS,
    LEVELS,
    Depth,
    Submission,
    build_submission,
    submitted_texts,
    with_texts,
)
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import Round
from app.report.programme.preview import preview as preview_parts
from app.storage.programme import participation, submissions
from app.storage.programme.errors import ProgrammeError
from app.storage.programme.participation import ParticipationStatus
from app.storage.programme.submissions import NewSubmission
from app.storage.rounds import rounds
from app.storage.rounds.rounds import NoSuchRoundError
from app.translations.programme_words import DEPTH_NAMES
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem
from app.web.programme.participation.forms import PreviewForm, asked_depth
from app.web.programme.participation.refusals import refusal_sentence
from app.web.programme.participation.submission import nothing_to_do, submittable
from app.web.request import database, language, notice
from app.web.request.language import translate as _

bp = Blueprint("preview", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/submission")
language.localise(bp)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave: its bytes, those of its texts or None, and the submission that is read from them."""

    submission: Submission
    questionnaire: Questionnaire = field(repr=False)
    content: bytes = field(repr=False)
    texts: bytes | None = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """Return the digest by which a form names the preview it was sent from."""
        return sha256(self.content + b"\0" + (self.texts or b"")).hexdigest()


@bp.get("/preview")
def preview(id: str) -> ResponseReturnValue:
    """Show exactly what would be submitted of a closed round, at the depth that is asked for."""
    opened = access.opened(id)
    status = participation.load_status(database.reading(), opened.key)
    asked = request.args
    return _page(
        opened,
        status,
        PreviewForm(),
        asked.get("round", ""),
        asked.get("depth", ""),
        bool(asked.get("texts")),
    )


@bp.get("/submit")
def back(id: str) -> ResponseReturnValue:
    """Redirect to the preview when the page of a refused submission is reloaded in another language."""
    return redirect(url_for("preview.preview", id=id))


@bp.post("/submit")
def submit(id: str) -> ResponseReturnValue:
    """Submit what the page showed, in place of the round’s earlier submission."""
    opened = access.opened(id)
    form = PreviewForm.from_request()
    number, depth, texts = form.round.data or "", form.depth.data or "", bool(form.texts.data)
    status = participation.load_status(database.reading(), opened.key)
    problems = list(form.problems())
    listed = _listed(opened, status)
    chosen = _chosen(listed, number)
    if status is None or chosen is None:
        return nothing_to_do(form, id)
    if not problems:
        shown = _build(opened, chosen, asked_depth(depth), texts=texts)
        if form.shown.data != shown.fingerprint:
            sentence = _(
                "What would be submitted has changed since you opened this page. Check it, then tick the"
                " box again."
            )
            problems = [Problem("", sentence)]
        else:
            new = NewSubmission(chosen.number, shown.submission.depth, shown.content, shown.texts)
            try:
                submissions.submit(database.writing(), opened.key, new)
            except ProgrammeError as error:
                problems = [Problem("", refusal_sentence(error))]
            except NoSuchRoundError:
                problems = [Problem("", _("This round was deleted meanwhile. Nothing was submitted."))]
            else:
                notice.leave_saved(id, notice.SUBMITTED)
                return redirect(url_for("submission.submission", id=id))
    return _page(opened, status, form, number, depth, texts, problems)


def _page(
    opened: OpenAssessment,
    status: ParticipationStatus | None,
    form: PreviewForm,
    number: str,
    depth: str,
    texts: bool,
    problems: Sequence[Problem] = (),
) -> ResponseReturnValue:
    listed = _listed(opened, status)
    chosen = _chosen(listed, number)
    if status is None or chosen is None:
        return nothing_to_do(form, opened.id)
    shown = _build(opened, chosen, asked_depth(depth), texts=texts)
    page = access.render(
        "programme/preview.html",
        opened,
        status=status,
        form=form,
        problems=problems,
        shown=shown,
        parts=preview_parts(shown.submission, language.wording(shown.questionnaire)),
        rounds=listed,
        chosen=chosen,
        is_replaced=chosen.number in status.participation.receipts,
        depths=[(each, _(DEPTH_NAMES[each])) for each in DEPTHS],
    )
    return page, 422 if problems else 200


def _listed(opened: OpenAssessment, status: ParticipationStatus | None) -> tuple[Round, ...]:
    if status is None or not status.is_tied:
        return ()
    return submittable(rounds.list_rounds(database.reading(), opened.key), status)


def _chosen(listed: Sequence[Round], number: str) -> Round | None:
    """Return the round of a number, the newest if none is named."""
    if not number:
        return listed[0] if listed else None
    return next((each for each in listed if str(each.number) == number), None)


def _build(opened: OpenAssessment, chosen: Round, depth: Depth, *, texts: bool) -> Preview:
    closed = rounds.load_round(database.reading(), opened.key, chosen.number)
    assessment, questionnaire = closed.assessment, opened.versions.for_assessment(closed.assessment)
    texts = texts and depth == LEVELS
    today = opened.key.today
    built = build_submission(
        closed.summary, assessment, questionnaire, depth=depth, texts=texts, submitted_on=today
    )
    content = submission_json.write(built)
    read = SubmissionReader(questionnaire, built.round.variant).read(content)
    if not texts:
        return Preview(read, questionnaire, content, None)
    comments = submission_json.write_texts(submitted_texts(assessment, questionnaire))
    known = submission_json.read_texts(comments, questionnaire, built.round.variant)
    return Preview(with_texts(read, known), questionnaire, content, comments)
