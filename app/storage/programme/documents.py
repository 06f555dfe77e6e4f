"""The document of an assessment that takes part in a programme: what it accepted, and what it submitted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.maturity.programme.submission import Depth
from app.storage.programme import terms
from app.storage.programme.terms import ProgrammeTerms


@dataclass(frozen=True, slots=True)
class SubmissionReceipt:
    """What an organisation submitted of a round: on which day, how deep, and whether with texts."""

    round_number: int
    submitted_on: date
    depth: Depth
    has_texts: bool = False


@dataclass(frozen=True, slots=True)
class Participation:
    """The invitation that an assessment accepted, on which terms and day, and its submissions by round."""

    invitation_id: str
    terms: ProgrammeTerms
    accepted_on: date
    proof: bytes = field(repr=False)
    receipts: Mapping[int, SubmissionReceipt] = field(default_factory=dict)


def write(participation: Participation | None) -> bytes:
    """Return the bytes of the document; None once the organisation has left."""
    if participation is None:
        return b"{}"
    content = {
        "invitation": participation.invitation_id,
        "terms": terms.write(participation.terms).decode(),
        "accepted_on": participation.accepted_on.isoformat(),
        "proof": participation.proof.hex(),
        "receipts": [_receipt(each) for _, each in sorted(participation.receipts.items())],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read(content: bytes) -> Participation | None:
    """Return the document from its bytes."""
    stored = json.loads(content)
    if not stored:
        return None
    receipts = [_read_receipt(each) for each in stored["receipts"]]
    return Participation(
        stored["invitation"],
        terms.read(stored["terms"].encode()),
        date.fromisoformat(stored["accepted_on"]),
        bytes.fromhex(stored["proof"]),
        {each.round_number: each for each in receipts},
    )


def _receipt(receipt: SubmissionReceipt) -> dict[str, object]:
    on = receipt.submitted_on.isoformat()
    return {"round": receipt.round_number, "on": on, "depth": receipt.depth, "texts": receipt.has_texts}


def _read_receipt(stored: dict[str, Any]) -> SubmissionReceipt:
    on = date.fromisoformat(stored["on"])
    return SubmissionReceipt(stored["round"], on, stored["depth"], stored["texts"])
