"""Take assessment.json out of a PDF: ours, also as another program saved it again."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from app.exchange.limited import limited_process
from app.exchange.limited.limited_process import LimitedProcessError

_PROGRAM = Path(__file__).with_name("pdf_process.py")

FOUND, NONE, SEVERAL, LOCKED, UNREADABLE = "found", "none", "several", "locked", "unreadable"


@dataclass(frozen=True, slots=True)
class PdfAttachment:
    """The assessment.json of a PDF; ``state`` is why there is none, ``kind`` which document of Muster it is.

    The kind is one of ``app.report.files``, ``document`` if only the program’s name is left, else empty.
    """

    state: str
    kind: str = ""
    content: bytes = field(default=b"", repr=False)


def read_attachment(pdf: bytes) -> PdfAttachment:
    """Return the assessment.json of a PDF; a process that meets its limits makes it unreadable."""
    try:
        answer = limited_process.run(_PROGRAM, pdf)
    except LimitedProcessError:
        return PdfAttachment(UNREADABLE)
    head, _, content = answer.partition(b"\n")
    described = json.loads(head)
    return PdfAttachment(described["state"], described["kind"], content)
