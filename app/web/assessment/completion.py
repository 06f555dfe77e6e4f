"""The page that checks all answers, and the completion, which closes a round."""

from dataclasses import replace

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import StringField

from app.maturity import scorecard, wizard
from app.maturity.answers import unanswered
from app.maturity.clean_text import clean_line
from app.maturity.rounds.round import LABEL_LIMIT, MAX_ROUNDS
from app.storage.pulse import pulses
from app.storage.rounds import rounds
from app.storage.rounds.rounds import RoundClosing, TooManyRoundsError
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError
from app.storage.voices.voices import load_voices
from app.web import access
from app.web.access import OpenAssessment
from app.web.assessment.practice_form import unconfirmed_sentence
from app.web.forms.base import Form, Problem, name_within, question_label
from app.web.request import database, language, notice
from app.web.request.clock import utc_today
from app.web.request.language import translate as _
from app.web.scoring import load_peer_snapshot

bp = Blueprint("completion", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


class CompletionForm(Form):
    """The name that the owner gives to the round, which may be empty."""

    label = StringField(
        filters=[lambda value: clean_line(value or "")], validators=[name_within(LABEL_LIMIT)]
    )


@bp.get("/check")
def check(id: str) -> ResponseReturnValue:
    """Show every answer on one page, with the missing and the contradictory ones."""
    opened = access.opened(id)
    return _page(opened, opened.load(), [])


@bp.get("/complete")
def back_to_check(id: str) -> ResponseReturnValue:
    """Redirect to the check when the page of a refused Complete is reloaded or its language is switched."""
    return redirect(url_for("completion.check", id=id))


@bp.post("/complete")
def complete(id: str) -> ResponseReturnValue:
    """Complete the assessment and close its round, if every practice is answered."""
    opened = access.opened(id)
    stored = opened.load()
    if stored.is_closed:
        return redirect(url_for("results.results", id=id))
    form = CompletionForm.from_request()
    problems, label = list(form.problems()), form.label.data or ""
    for question in unanswered(opened.questionnaire, stored.assessment):
        answer = stored.assessment.answer(question)
        sentence = unconfirmed_sentence(answer) if answer.carried else _("%(question)s has no answer yet")
        problems.append(Problem(f"row-{question.id}", sentence % {"question": question_label(question)}))
    if problems:
        return _page(opened, stored, problems, label), 422
    try:
        rounds.close(database.writing(), opened.key, _closing(opened, stored, label))
    except TooManyRoundsError:
        sentence = _("An assessment holds at most %(most)s rounds. Delete one of them first.")
        full = Problem("", sentence % {"most": MAX_ROUNDS})
        return _page(opened, stored, [full], label), 422
    except ConflictError as error:
        # Otherwise closed at the same moment, by the same button or another owner.
        if not error.stored.is_closed:
            sentence = _("An answer changed while this page was open. Check the answers again.")
            return _page(opened, error.stored, [Problem("", sentence)], label), 409
    notice.leave_saved(id, notice.COMPLETED)
    return redirect(url_for("results.results", id=id))


def _closing(opened: OpenAssessment, stored: StoredAssessment, label: str) -> RoundClosing:
    """Return what the round is closed with: today’s result, the closed pulse and the published peers."""
    assessment = replace(stored.assessment, completed_on=utc_today())
    published = pulses.read_published(database.reading(), opened.key)
    return RoundClosing(
        scorecard.build(opened.questionnaire, assessment, completed=True),
        stored.versions,
        label,
        published[0] if published and not published[0].is_open else None,
        load_peer_snapshot(assessment, complete=True),
    )


def _page(opened: OpenAssessment, stored: StoredAssessment, problems: list[Problem], label: str = "") -> str:
    questionnaire = opened.questionnaire
    missing = unanswered(questionnaire, stored.assessment)
    return access.render(
        "assessment/check.html",
        opened,
        questionnaire=questionnaire,
        assessment=stored.assessment,
        complete=stored.complete,
        is_closed=stored.is_closed,
        blanks=[each for each in missing if not stored.assessment.answer(each).carried],
        unconfirmed=[each for each in missing if stored.assessment.answer(each).carried],
        contradictions=list(wizard.contradictions(questionnaire, stored.assessment)),
        problems=problems,
        label=label,
        lost=0 if stored.is_closed else load_voices(database.reading(), opened.key).lost_if_ended,
    )
