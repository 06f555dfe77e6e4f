"""The page that tells what happened to one of our PDFs; nothing of the file is stored or logged."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.exchange.policy.reading_turn import RETRY_SECONDS, ReaderBusyError, reading_turn
from app.report.verification.verdict import UNREAD, PdfOutcome, Verdict
from app.report.verification.verifying import verify_pdf
from app.translations import N_
from app.web.forms.base import Problem
from app.web.forms.file_form import FileForm
from app.web.request import clock, language, rate_limits
from app.web.request.language import translate as _
from app.web.request.services import versions
from app.web.request.sizes import LARGEST_UPLOAD

bp = Blueprint("verification", __name__, url_prefix=language.LANGUAGE_PREFIX)
language.localise(bp)


class VerificationForm(FileForm):
    """A PDF to be checked."""

    missing = N_("Choose the PDF to check")


@bp.route("/verify", methods=["GET", "POST"])
def verify() -> ResponseReturnValue:
    """Ask for a PDF, and tell what happened to it."""
    request.max_content_length = LARGEST_UPLOAD
    form = VerificationForm.from_request_or_blank()
    problems = tuple(form.problems())
    if not form.is_valid:
        return _page(problems), 422 if problems else 200
    rate_limits.hit(rate_limits.VERIFICATION)
    try:
        with reading_turn():
            found = verify_pdf(form.file.data.stream.read(), versions(), clock.latest_day())
    except ReaderBusyError:
        sentence = _("Another file is being read just now. Send yours again in half a minute.")
        return _page((Problem("file", sentence),)), 503, {"Retry-After": str(RETRY_SECONDS)}
    if found.findings[0].sentence in UNREAD:
        return _page((Problem("file", found.findings[0].text(_)),)), 422
    return _page((), found)


def _page(problems: tuple[Problem, ...], found: Verdict | None = None) -> str:
    return render_template(
        "pages/verification.html",
        problems=problems,
        sentences=[each.text(_) for each in found.findings] if found else [],
        is_whole=found is not None and found.outcome is PdfOutcome.WHOLE,
    )
