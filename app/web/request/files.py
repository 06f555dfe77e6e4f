"""Responses that are files to download."""

from flask import Response


def file_response(content: bytes | str, kind: str, name: str) -> Response:
    """Send a file to keep, of a media type, under a name."""
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
