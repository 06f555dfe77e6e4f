"""Recognise what a file is by its first bytes, to say of a wrong one what it is and what is wanted."""

import re

from app.exchange import history_json, peers_json, pulse_json
from app.translations import N_

# Readers of PDF accept up to a thousand bytes before the header (ISO 32000-1, annex H).
_PDF = re.compile(rb".{0,1024}%PDF-", re.DOTALL)
_BOM = b"\xef\xbb\xbf"

_IMAGE = N_("This file is an image. Choose assessment.json, the scorecard PDF or the board page PDF.")
_WORD = N_(
    "This file is a text document, for example from Word."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)
_EXCEL = N_(
    "This file is a workbook, for example from Excel."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)
_OFFICE = N_(
    "This is a Word, Excel or PowerPoint file."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)
_SLIDES = N_("This file holds slides. Choose assessment.json, the scorecard PDF or the board page PDF.")
_ARCHIVE = N_(
    "This file is an archive. Take assessment.json, the scorecard PDF or the board page PDF"
    " out of it, and choose that."
)
_PAGE = N_(
    "This file is a web page."
    " Choose assessment.json, the scorecard PDF or the board page PDF, as they were downloaded."
)
_UTF_16 = N_("This file is text in UTF-16. Save it as UTF-8, or choose the file as it was downloaded.")
_BINARY = N_(
    "This service does not read this kind of file."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)
_TEXT = N_(
    "This file is text, but not an assessment."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)
_EMPTY = N_("This file is empty. Choose assessment.json, the scorecard PDF or the board page PDF.")
_JSON = N_(
    "This file is JSON, but not an assessment."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)

_SIGNATURES = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|II\*\0|MM\0\*|BM.{12}\0|.{4}ftyp(hei|avi|mif)|<svg", _IMAGE),
    (rb"\xd0\xcf\x11\xe0", _OFFICE),
    (rb"\{\\rtf", _WORD),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd", _ARCHIVE),
    (rb"\xff\xfe|\xfe\xff", _UTF_16),
    (rb"(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body)\b", _PAGE),
    (rb"(\xef\xbb\xbf)?\s*\Z", _EMPTY),
)
_COMPILED = tuple((re.compile(pattern, re.DOTALL | re.IGNORECASE), words) for pattern, words in _SIGNATURES)
# The names of files within an archive are not compressed.
_ARCHIVED = (
    (rb"word/|opendocument\.text", _WORD),
    (rb"xl/|opendocument\.spreadsheet", _EXCEL),
    (rb"ppt/|opendocument\.presentation", _SLIDES),
)

_SCORECARD_KEYS = {"overall", "domains", "recommendations"}
_SCORECARD = N_(
    "This is scorecard.json, which holds the numbers but not the answers."
    " Choose assessment.json, the scorecard PDF or the board page PDF."
)
_OTHER_FORMATS = {
    history_json.FORMAT: N_(
        "This is history.json, which says who changed what and holds no answers."
        " Choose assessment.json, the scorecard PDF or the board page PDF."
    ),
    pulse_json.FORMAT: N_(
        "This is pulse.json, which holds the counts of a staff pulse but not the answers of an assessment."
        " Choose assessment.json, the scorecard PDF or the board page PDF."
    ),
    peers_json.FORMAT: N_(
        "This is peers.json, which holds figures of peers but no assessment."
        " Choose assessment.json, the scorecard PDF or the board page PDF."
    ),
}


def is_pdf(data: bytes) -> bool:
    """Return whether the file is a PDF."""
    return _PDF.match(data) is not None


def what_else(data: bytes) -> str | None:
    """Return the sentence on a file that is no text of JSON, or None for a file that may be."""
    for pattern, sentence in _COMPILED:
        if pattern.match(data):
            return sentence
    if data.startswith(b"PK"):
        return next((sentence for name, sentence in _ARCHIVED if re.search(name, data)), _ARCHIVE)
    begins = data.removeprefix(_BOM).lstrip()[:1]
    if begins in (b"{", b"["):
        return None
    return _BINARY if b"\0" in data[:1024] or not _is_utf_8(data) else _TEXT


def what_other_json(document: object) -> str | None:
    """Return the sentence on JSON that is no assessment, or None for one that may be meant as such."""
    if not isinstance(document, dict):
        return _JSON
    format = document.get("format")
    if isinstance(format, str) and format in _OTHER_FORMATS:
        return _OTHER_FORMATS[format]
    if format is None and document.keys() >= _SCORECARD_KEYS:
        return _SCORECARD
    return None if format is not None or "answers" in document else _JSON


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
