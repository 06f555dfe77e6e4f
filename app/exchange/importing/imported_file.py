"""The assessment in a file that a person chose: assessment.json, or a scorecard or board page as a PDF."""

import json
from datetime import date
from pathlib import Path

from app.exchange import assessment_json, strict_json
from app.exchange.assessment_file import AssessmentFile
from app.exchange.assessment_json import MAX_BYTES
from app.exchange.faults import FaultyAssessmentError, FileFault
from app.exchange.importing import file_kinds, pdf_attachment
from app.maturity.versions.versions import QuestionnaireVersions
from app.translations import N_

__all__ = ["MAX_BYTES", "FaultyAssessmentError", "read", "read_file"]

_WITHOUT_ANSWERS = N_(
    "This PDF was made by Muster, but holds no answers: it shows results only, or another program removed the"
    " answers. Choose assessment.json, the scorecard PDF or the board page PDF, as it was downloaded."
)
_NEVER_ANSWERS = N_(
    "This PDF was made by Muster, but is of a kind that holds no answers. Choose assessment.json, the"
    " scorecard PDF or the board page PDF."
)
_FOREIGN = N_(
    "This PDF is neither a scorecard nor a board page of this service."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)
_FAULTS = {
    pdf_attachment.SEVERAL: N_("This PDF holds more than one assessment. Choose the PDF of one of them."),
    pdf_attachment.LOCKED: N_(
        "This PDF opens only with a password. Save it without one, and choose that copy."
    ),
    pdf_attachment.UNREADABLE: N_(
        "This PDF cannot be read: it is damaged, or too complicated. Choose assessment.json, the"
        " scorecard PDF or the board page PDF, as it was downloaded."
    ),
}
# A program that saves a PDF again may keep only the name “Muster”; then the kind is not known.
_WITH_ANSWERS = ("scorecard", "board", "document")


def read(data: bytes, versions: QuestionnaireVersions, latest: date) -> AssessmentFile:
    """Return what is in a file’s bytes, or raise FaultyAssessmentError with every fault.

    ``latest`` as for ``assessment_json.read``. A file over ``MAX_BYTES`` is refused.
    """
    if len(data) <= MAX_BYTES and file_kinds.is_pdf(data):
        return assessment_json.read_file(_attached(data), versions, latest)
    try:
        return assessment_json.read_file(data, versions, latest)
    except FaultyAssessmentError as error:
        sentence = _what_it_is(data) if len(data) <= MAX_BYTES else None
        raise _refusal(sentence) if sentence else error from None


def read_file(path: Path, versions: QuestionnaireVersions, latest: date) -> AssessmentFile:
    """Return what is in a file; a file over ``MAX_BYTES`` is not read to its end.

    Raises FaultyAssessmentError, also if the file cannot be read. ``latest`` as for ``read``.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        raise FaultyAssessmentError(
            (FileFault("", N_("The file cannot be read: %(reason)s."), reason),)
        ) from None
    return read(data, versions, latest)


def _attached(data: bytes) -> bytes:
    attachment = pdf_attachment.read_attachment(data)
    if attachment.state == pdf_attachment.FOUND:
        return attachment.content
    if attachment.state != pdf_attachment.NONE:
        raise _refusal(_FAULTS[attachment.state])
    if not attachment.kind:
        raise _refusal(_FOREIGN)
    raise _refusal(_WITHOUT_ANSWERS if attachment.kind in _WITH_ANSWERS else _NEVER_ANSWERS)


def _what_it_is(data: bytes) -> str | None:
    """Return the sentence on a file that is no assessment, or None if its faults say more."""
    sentence = file_kinds.what_else(data)
    if sentence:
        return sentence
    if strict_json.holds_too_much(data):
        return None
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return file_kinds.what_other_json(document)


def _refusal(sentence: str) -> FaultyAssessmentError:
    return FaultyAssessmentError((FileFault("", sentence),))
