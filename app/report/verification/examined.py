"""What is in a PDF: taken apart in a process of its own, because the file may be hostile."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.exchange.limited import limited_process
from app.exchange.limited.limited_process import LimitedProcessError, Limits, NotIsolatedError

_PROGRAM = Path(__file__).with_name("examining_program.py")
_LIMITS = Limits(memory=640 * 1024 * 1024, seconds=20, wait_seconds=40, open_files=32, isolated=True)

Reason = Literal["locked", "unreadable", "limits", "not_isolated"]


class UnexaminedError(Exception):
    """The PDF could not be taken apart; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class ExaminedPage:
    """A page: the sum of what it draws, whether its tags are its own, its notes and stamps, its words."""

    look: str
    is_tagged: bool
    notes: int
    words: str


@dataclass(frozen=True, slots=True)
class ExaminedPdf:
    """A PDF: its sums, what its metadata say, its attached files, and its pages.

    ``whole`` holds the sum of the document, then that of each page. ``hidden`` are the pages that stay in the
    file and that no reader shows. ``is_repaired`` says that the file is damaged, and was read all the same.
    """

    whole: tuple[str, ...]
    kind: str
    stated_sum: str
    language: str
    claims_accessible: bool
    files: tuple[tuple[str, bytes], ...]
    pages: tuple[ExaminedPage, ...]
    hidden: tuple[ExaminedPage, ...]
    is_repaired: bool = False


def examine(content: bytes) -> ExaminedPdf:
    """Return what is in a PDF, or raise UnexaminedError."""
    try:
        found: Mapping[str, Any] = json.loads(limited_process.run(_PROGRAM, content, _LIMITS))
    except NotIsolatedError:
        raise UnexaminedError("not_isolated") from None
    except LimitedProcessError:
        raise UnexaminedError("limits") from None
    if found["state"] != "read":
        raise UnexaminedError(found["state"])
    return ExaminedPdf(
        whole=tuple(found["whole"]),
        kind=found["kind"],
        stated_sum=found["stated_sum"],
        language=found["language"],
        claims_accessible=found["claims_accessible"],
        files=tuple((name, base64.b64decode(data)) for name, data in found["files"]),
        pages=tuple(ExaminedPage(**each) for each in found["pages"]),
        hidden=tuple(ExaminedPage(**each) for each in found["hidden"]),
        is_repaired=found.get("is_repaired", False),
    )
