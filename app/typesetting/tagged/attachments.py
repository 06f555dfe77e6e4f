"""Files attached to a document, and what each is to it (ISO 19005-3, 6.8)."""

from dataclasses import dataclass
from datetime import date
from hashlib import md5
from typing import Literal

from app.typesetting.tagged.syntax import name, reference, text

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file with its media type and a description; ``relationship`` is its role in the document."""

    name: str
    media_type: str
    description: str
    content: bytes
    relationship: Relationship = "Data"


def stream_entries(attachment: Attachment, dated: date) -> bytes:
    """Return the entries of the embedded file’s stream: media type, size, day and MD5 checksum."""
    sum = md5(attachment.content, usedforsecurity=False).hexdigest().upper()
    return b"/Type/EmbeddedFile/Subtype%s/Params<</Size %d/ModDate(D:%s000000Z)/CheckSum<%s>>>" % (
        name(attachment.media_type),
        len(attachment.content),
        # strftime leaves out the zeros of a year before 1000.
        dated.isoformat().replace("-", "").encode("ascii"),
        sum.encode("ascii"),
    )


def specification(attachment: Attachment, stream: int) -> bytes:
    """Return the file specification; ``stream`` is the object number of the content."""
    return b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship%s/EF<</F %s/UF %s>>>>" % (
        text(attachment.name),
        text(attachment.name),
        text(attachment.description),
        name(attachment.relationship),
        reference(stream),
        reference(stream),
    )
