"""The page that reads an organisation’s own policy, and stores what a person keeps of it as evidence.

Nothing of the policy is stored or logged: what is not kept is gone with the answer to the request.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import nullcontext

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from app.exchange.policy import refusal_sentences
from app.exchange.policy.policy_file import MAX_BYTES, read_pasted, read_policy
from app.exchange.policy.reading_turn import RETRY_SECONDS, SHORT_TEXT, ReaderBusyError, reading_turn
from app.exchange.policy.refusal import UnreadablePolicyError
from app.maturity.answers import COMMENT_LIMIT
from app.maturity.policy.policy_text import TextBlock
from app.maturity.questionnaire import Question
from app.storage.assessments import assessments
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError, RoundClosedError
from app.storage.sealing.roles import CONTRIBUTOR
from app.translations.number_words import group_digits
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem, question_label, sentences_by_control
from app.web.forms.reading_controls import tick
from app.web.policy.evidence_note import with_note
from app.web.policy.keep_form import KeepForm
from app.web.policy.practice_reading import PracticeReading, answer_to, read_practices
from app.web.policy.read_form import TEXT, PolicyFileForm, PolicyTextForm
from app.web.policy.reading_view import describe_readings, measured_sentences
from app.web.request import database, language, notice, rate_limits
from app.web.request.language import address
from app.web.request.language import translate as _
from app.web.request.sizes import LARGEST_POLICY

bp = Blueprint("policy", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/policy")
language.localise(bp)

_MEGABYTE = 1_000_000


@bp.route("", methods=["GET", "POST"])
def read(id: str) -> ResponseReturnValue:
    """Ask for a policy, and show what it says."""
    request.max_content_length = request.max_form_memory_size = LARGEST_POLICY
    opened = access.opened(id, CONTRIBUTOR)
    stored = opened.load()
    if request.method == "GET":
        return _page(opened, is_closed=stored.is_closed)
    if stored.is_closed:
        raise RoundClosedError
    return _read_pasted(opened, stored) if TEXT in request.form else _read_file(opened, stored)


@bp.post("/keep")
def keep(id: str) -> ResponseReturnValue:
    """Store the kept quotes as evidence, and the levels that were ticked."""
    opened = access.opened(id, CONTRIBUTOR)
    stored = opened.load()
    if stored.is_closed:
        raise RoundClosedError
    asked = _asked(opened, stored)
    form = KeepForm.from_request(asked=(opened.questionnaire, asked))
    problems = [*form.problems()]
    if form.is_genuine and not problems:
        problems += _problems(form, stored, opened)
    if problems:
        return _result(opened, stored, form.readings, form, problems), 422
    try:
        kinds = _save(opened, form)
    except ConflictError as error:
        theirs = error.stored
        changed = [each for each, seen in form.versions.items() if theirs.versions[each] != seen]
        return _result(opened, theirs, form.readings, form, changed=changed), 409
    notice.leave_saved(id, *kinds)
    return redirect(address("tasks.tasks", id=id))


def _read_file(opened: OpenAssessment, stored: StoredAssessment) -> ResponseReturnValue:
    form = PolicyFileForm.from_request()
    problems = tuple(form.problems())
    if problems:
        return _page(opened, problems=problems), 422
    content = form.file.data.stream.read(MAX_BYTES + 1)
    return _show(opened, stored, "file", lambda: read_policy(content))


def _read_pasted(opened: OpenAssessment, stored: StoredAssessment) -> ResponseReturnValue:
    form = PolicyTextForm.from_request()
    typed = form.text.data or ""
    problems = tuple(form.problems())
    if problems:
        return _page(opened, typed, problems=problems), 422
    return _show(opened, stored, TEXT, lambda: read_pasted(typed), typed)


def _show(
    opened: OpenAssessment,
    stored: StoredAssessment,
    control: str,
    read_blocks: Callable[[], tuple[TextBlock, ...]],
    typed: str = "",
) -> ResponseReturnValue:
    """Read a policy and show what it says; else show the form again with the reason and what was typed."""
    rate_limits.hit(rate_limits.POLICY)
    turn = nullcontext() if 0 < len(typed) < SHORT_TEXT else reading_turn()
    try:
        with turn:
            readings = read_practices(read_blocks(), opened.questionnaire, _asked(opened, stored))
    except ReaderBusyError:
        sentence = _("Another document is being read just now. Send yours again in half a minute.")
        page = _page(opened, typed, problems=(Problem(control, sentence),))
        return page, 503, {"Retry-After": str(RETRY_SECONDS)}
    except UnreadablePolicyError as error:
        sentence = refusal_sentences.sentence(error.refusal, _)
        return _page(opened, typed, problems=(Problem(control, sentence),)), 422
    return _result(opened, stored, readings)


def _asked(opened: OpenAssessment, stored: StoredAssessment) -> tuple[Question, ...]:
    """Return the questions that are asked, of the domains that the link may answer."""
    asked = opened.questionnaire.questions_in(stored.assessment.profile.variant)
    return tuple(each for each in asked if opened.key.grant.may_read(each.domain_letter))


def _problems(form: KeepForm, stored: StoredAssessment, opened: OpenAssessment) -> Iterator[Problem]:
    if not any(each.kept or each.is_used for each in form.readings):
        first = next((tick("keep", each.question.id) for each in form.readings if each.quotes), "")
        yield Problem(first, _("Tick at least one sentence to keep"))
    wording, reader = language.wording(opened.questionnaire), language.current()
    for each in form.readings:
        answer, label = answer_to(each.question, stored.assessment.answers), question_label(each.question)
        if each.is_used and each.possible_level(answer, confirmed=True) is None:
            # Its tick box is gone from the page.
            sentence = _("%(question)s: these sentences suggest no level above your answer, which stays")
            yield Problem("", sentence % {"question": label})
        elif each.is_used and each.level(answer) is None:
            sentence = _(
                "%(question)s: this level needs a sentence that you keep and, if its box says so, the"
                " statement above it. Tick them, or untick the level"
            )
            yield Problem(tick("use", each.question.id), sentence % {"question": label})
        length = len(with_note(answer, each, form.document, wording).evidence)
        if each.kept and length > COMMENT_LIMIT:
            sentence = _(
                "%(question)s: the evidence would have %(length)s characters; %(limit)s are possible. Keep"
                " fewer sentences, or shorten the evidence on the page of the domain"
            )
            counts = {"length": group_digits(length, reader), "limit": group_digits(COMMENT_LIMIT, reader)}
            yield Problem(tick("keep", each.question.id), sentence % {"question": label, **counts})


def _save(opened: OpenAssessment, form: KeepForm) -> list[str]:
    """Store what is kept, domain by domain, or nothing of it; return what the next page says of it."""
    wording = language.wording(opened.questionnaire)
    letters = dict.fromkeys(each.question.domain_letter for each in form.readings if each.is_touched)
    pages = [assessments.open_domain(database.reading(), opened.key, letter) for letter in letters]
    connection, kinds = database.writing(), [notice.UNCHANGED]
    for page in pages:
        answers = {
            each.question.id: with_note(
                answer_to(each.question, page.stored.assessment.answers), each, form.document, wording
            )
            for each in form.readings
            if each.question.domain_letter == page.letter and each.is_touched
        }
        before = form.versions[page.letter]
        after = assessments.save_domain(connection, opened.key, page, answers, expected_version=before)
        if after != before:
            kinds[0] = notice.KEPT_QUOTES
            if page.completed_version == before and notice.NOW_INTERIM not in kinds:
                kinds.append(notice.NOW_INTERIM)
    return kinds


def _page(
    opened: OpenAssessment,
    typed: str = "",
    *,
    problems: Sequence[Problem] = (),
    is_closed: bool = False,
) -> str:
    bank = opened.questionnaire.policy
    return access.render(
        "policy/policy.html",
        opened,
        pages_of="tasks.tasks",
        is_closed=is_closed,
        typed=typed,
        measured=measured_sentences(bank.measured, language.wording(opened.questionnaire)),
        megabytes=MAX_BYTES // _MEGABYTE,
        problems=problems,
        errors=sentences_by_control(problems),
    )


def _result(
    opened: OpenAssessment,
    stored: StoredAssessment,
    readings: Sequence[PracticeReading],
    form: KeepForm | None = None,
    problems: Sequence[Problem] = (),
    changed: Collection[str] = (),
) -> str:
    wording = language.wording(opened.questionnaire)
    readable = [each for each in readings if each.is_readable]
    return access.render(
        "policy/reading.html",
        opened,
        pages_of="tasks.tasks",
        questionnaire=opened.questionnaire,
        domains=describe_readings(readings, stored, wording, changed),
        found=sum(bool(each.quotes) for each in readable),
        of=len(readable),
        measured=measured_sentences(opened.questionnaire.policy.measured, wording),
        title=form.document_title.data if form else "",
        date=form.document_date.data if form else "",
        problems=problems,
        errors=sentences_by_control(problems),
        conflict=bool(changed),
    )
