"""Recognise what a document is by its content; the names of files may say anything."""

import json
import re

from app.exchange.policy import docx_text, odt_text
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.exchange.policy.zip_parts import ZipParts

# Readers of PDF accept up to a thousand bytes before the header (ISO 32000-1, annex H).
_PDF = re.compile(rb".{0,1024}%PDF-\d", re.DOTALL)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARK = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff")
_SEARCHED = 4096

# Old Office files, and new ones under a password: folders of streams whose names are UTF-16.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", Refusal.PASSWORD),
    ("WordDocument", Refusal.OLD_WORD),
    ("Workbook", Refusal.SPREADSHEET),
    ("PowerPoint Document", Refusal.SLIDES),
)
_RTF = re.compile(rb"\{\\rtf")
# Pictures, sounds and archives. Texts may begin with the letters alone.
_BINARY = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF.{4}(?:WEBP|WAVE|AVI )|II\*\0|MM\0\*|\x1f\x8b|7z\xbc\xaf|Rar!\x1a"
    rb"|BZh[1-9]1AY&SY",
    re.DOTALL,
)
# Pages with their pictures, and text that is made for programs.
_FOR_PROGRAMS = re.compile(rb"MIME-Version:|<\?xml|<svg")
_JSON = re.compile(rb"\s*[{\[]\s*[\"{\[]")
# What the part with the content, or the line that names the format, says of a zip file.
_ZIPPED = (
    (re.compile("xl/|.*opendocument.spreadsheet"), Refusal.SPREADSHEET),
    (re.compile("ppt/|.*opendocument.presentation"), Refusal.SLIDES),
)


def kind_of(data: bytes) -> str:
    """Return ``pdf``, ``docx``, ``odt``, ``html`` or ``text``; anything else raises UnreadablePolicyError."""
    if _PDF.match(data):
        return "pdf"
    if data.startswith(_ZIP):
        return _kind_of_zip(ZipParts(data))
    if data.startswith(_OLE):
        streams = (refusal for name, refusal in _OLE_STREAMS if name.encode("utf-16-le") in data)
        raise UnreadablePolicyError(next(streams, Refusal.UNKNOWN))
    begins = _MARK.sub(b"", data[:_SEARCHED].replace(b"\0", b""), count=1)
    if _PAGE.match(begins):
        return "html"
    if _RTF.match(begins):
        raise UnreadablePolicyError(Refusal.RTF)
    if _BINARY.match(data) or _FOR_PROGRAMS.match(begins) or (_JSON.match(begins) and _is_json(data)):
        raise UnreadablePolicyError(Refusal.UNKNOWN)
    return "text"


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _kind_of_zip(parts: ZipParts) -> str:
    main = docx_text.main_part(parts)
    if "[Content_Types].xml" in parts:
        described = main
    else:
        described = parts.read("mimetype").decode("ascii", "replace") if "mimetype" in parts else ""
    for pattern, refusal in _ZIPPED:
        if pattern.match(described):
            raise UnreadablePolicyError(refusal)
    if "opendocument.text" in described and odt_text.CONTENT in parts:
        return "odt"
    if described == main and main in parts and main.endswith(".xml"):
        return "docx"
    raise UnreadablePolicyError(Refusal.UNKNOWN)
