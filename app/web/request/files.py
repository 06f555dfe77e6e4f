"""Responses that are files to download."""

from collections.abc import Iterable
from typing import Literal

from flask import Response

from app.exchange.file_name import file_name
from app.maturity.answers import Assessment
from app.web.request import clock


def file_response(
    content: bytes | str, kind: str, name: str, disposition: Literal["attachment", "inline"] = "attachment"
) -> Response:
    """Return a file of a media type under a name, to save or to show in the browser."""
    return Response(
        content, mimetype=kind, headers={"Content-Disposition": f'{disposition}; filename="{name}"'}
    )


def text_response(paragraphs: Iterable[str], name: str) -> Response:
    """Return paragraphs as a text file to save."""
    return file_response("\n\n".join(paragraphs) + "\n", "text/plain", name)


def assessment_response(
    content: bytes, kind: str, assessment: Assessment, what: str, extension: str
) -> Response:
    """Return a file of an assessment; its name holds the organisation, the day and what it is."""
    return file_response(content, kind, _name(assessment, what, extension))


def pdf_response(content: bytes, assessment: Assessment, what: str) -> Response:
    """Return a PDF of an assessment; its name holds the organisation, the day and what it is."""
    return file_response(content, "application/pdf", _name(assessment, what, "pdf"))


def json_response(content: bytes, assessment: Assessment, what: str) -> Response:
    """Return a JSON file of an assessment; its name holds the organisation, the day and what it is."""
    return file_response(content, "application/json", _name(assessment, what, "json"))


def _name(assessment: Assessment, what: str, extension: str) -> str:
    day = assessment.completed_on or clock.utc_today()
    return file_name(assessment.profile.organisation, day, what, extension)
