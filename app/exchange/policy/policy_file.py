"""The text of a policy document that a person chose, read in a process of its own; nothing of it is kept."""

import json
from pathlib import Path
from typing import Any

from app.exchange.limited import limited_process
from app.exchange.limited.limited_process import LimitedProcessError, Limits, NotIsolatedError, OutOfTimeError
from app.exchange.policy import plain_text
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.maturity.policy.policy_text import TextBlock

MAX_BYTES = 8_000_000
# As many characters as are read of a file.
MAX_PASTED = 2_000_000

_PROGRAM = Path(__file__).with_name("policy_process.py")
_LIMITS = Limits(memory=640 * 1024 * 1024, seconds=20, wait_seconds=30, open_files=32, isolated=True)


def read_policy(data: bytes) -> tuple[TextBlock, ...]:
    """Return the blocks of a PDF, DOCX, ODT, HTML or text file, in reading order.

    Raises UnreadablePolicyError with the reason.
    """
    if len(data) > MAX_BYTES:
        raise UnreadablePolicyError(Refusal.LARGE_FILE)
    if not data.strip():
        raise UnreadablePolicyError(Refusal.EMPTY)
    answer = _answer(data)
    if "refusal" in answer:
        raise UnreadablePolicyError(Refusal(answer["refusal"]))
    return tuple(TextBlock(kind, text, page) for kind, text, page in answer["blocks"])


def read_pasted(text: str) -> tuple[TextBlock, ...]:
    """Return the blocks of pasted text, or raise UnreadablePolicyError."""
    if len(text) > MAX_PASTED:
        raise UnreadablePolicyError(Refusal.LONG)
    blocks = tuple(plain_text.read_text(text))
    if not blocks:
        raise UnreadablePolicyError(Refusal.EMPTY)
    return blocks


def _answer(data: bytes) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(limited_process.run(_PROGRAM, data, _LIMITS))
    except OutOfTimeError:
        return {"refusal": Refusal.TIME}
    except NotIsolatedError:
        return {"refusal": Refusal.NOT_ISOLATED}
    except LimitedProcessError:
        # It answers for itself unless the machine refuses it memory.
        return {"refusal": Refusal.UNPACKED}
    return answer
