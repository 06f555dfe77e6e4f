"""Uploads that are kept in memory while a request lasts, and never written to disk."""

from io import BytesIO
from typing import IO

from flask import Request


class MemoryRequest(Request):
    """A request whose uploaded files are in memory alone, whatever their size; sizes.py limits them."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        """Return the memory that a file is read into; Werkzeug's own writes more than 500 kB to disk."""
        return BytesIO()
