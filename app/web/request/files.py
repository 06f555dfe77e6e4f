"""Responses that are files to download."""

from collections.abc import Iterable
from typing import Literal

from flask import Response


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
