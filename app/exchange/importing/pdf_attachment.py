"""Take assessment.json out of a PDF: ours, also as another program saved it again."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

_PROGRAM = Path(__file__).with_name("pdf_process.py")
# The process limits its own computing time to less.
_SECONDS = 20

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
        # A process of its own can be limited. It gets no environment, which holds the service’s secrets.
        answer = subprocess.run(  # noqa: S603  # the arguments are constants
            [sys.executable, "-I", str(_PROGRAM)],
            input=pdf,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={},
        ).stdout
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return PdfAttachment(UNREADABLE)
    head, _, content = answer.partition(b"\n")
    described = json.loads(head)
    return PdfAttachment(described["state"], described["kind"], content)
