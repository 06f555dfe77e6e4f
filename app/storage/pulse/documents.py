"""Write the two documents of a staff pulse as bytes, and read them.

One has what is published, for owners and viewers. The other, for owners, has the link's code, the private key
while the pulse is open, and all counts so far.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.maturity.pulse.counting import Ledger, PublishedQuestion, Tally
from app.maturity.pulse.suggestion import Closing


@dataclass(frozen=True, slots=True)
class PublishedPulse:
    """What is published of a pulse, by the question's id; it is not shown while the pulse is open.

    ``asks_policy`` is whether the second part is asked. ``closing`` is what its owner said when it was last
    closed, or None before, and for a pulse that 1.0 closed.
    """

    grouping: str
    is_open: bool
    questions: Mapping[str, PublishedQuestion] = field(default_factory=dict)
    asks_policy: bool = False
    closing: Closing | None = None


@dataclass(frozen=True, slots=True)
class PulseSecrets:
    """What only owners may read: the link's code, the private key of an open pulse, and the ledgers."""

    code: str = field(repr=False)
    private_key: bytes = field(repr=False)
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)


def write_pulse(pulse: PublishedPulse) -> bytes:
    """Return the bytes of the published document."""
    published = {id: _published(each) for id, each in pulse.questions.items()}
    content = {"grouping": pulse.grouping, "open": pulse.is_open, "published": published}
    return _bytes(content | {"policy": pulse.asks_policy, "closing": _closing(pulse.closing)})


def read_pulse(content: bytes) -> PublishedPulse:
    """Return the published document from its bytes."""
    stored = json.loads(content)
    published = {id: _read_published(each) for id, each in stored["published"].items()}
    # A document of 1.0 lacks the last two.
    asks_policy, closing = stored.get("policy", False), _read_closing(stored.get("closing"))
    return PublishedPulse(stored["grouping"], stored["open"], published, asks_policy, closing)


def write_secrets(secrets: PulseSecrets) -> bytes:
    """Return the bytes of the owners' document."""
    ledgers = {id: _ledger(each) for id, each in secrets.ledgers.items()}
    return _bytes({"code": secrets.code, "private_key": secrets.private_key.hex(), "ledgers": ledgers})


def read_secrets(content: bytes) -> PulseSecrets:
    """Return the owners' document from its bytes."""
    stored = json.loads(content)
    ledgers = {id: _read_ledger(each) for id, each in stored["ledgers"].items()}
    return PulseSecrets(stored["code"], bytes.fromhex(stored["private_key"]), ledgers)


def _closing(closing: Closing | None) -> dict[str, Any] | None:
    if closing is None:
        return None
    return {"on": closing.on.isoformat(), "invited": closing.invited, "people": closing.people}


def _read_closing(stored: dict[str, Any] | None) -> Closing | None:
    return Closing(date.fromisoformat(stored["on"]), stored["invited"], stored["people"]) if stored else None


def _ledger(ledger: Ledger) -> dict[str, Any]:
    return {
        "tallies": _tallies(ledger.tallies),
        "people": [dict(each) for each in ledger.people],
        "shown": ledger.shown,
        "published": _published(ledger.published),
    }


def _read_ledger(stored: dict[str, Any]) -> Ledger:
    return Ledger(
        _read_tallies(stored["tallies"]),
        tuple(stored["people"]),
        tuple(tuple(each) for each in stored["shown"]),
        _read_published(stored["published"]),
    )


def _published(published: PublishedQuestion) -> dict[str, Any]:
    total = _tallies({"": published.total}) if published.total else {}
    return {"total": total, "groups": _tallies(published.groups), "earlier": published.groups_are_earlier}


def _read_published(stored: dict[str, Any]) -> PublishedQuestion:
    total = _read_tallies(stored["total"]).get("")
    return PublishedQuestion(total, _read_tallies(stored["groups"]), stored["earlier"])


def _tallies(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    return {name: [tally.n, dict(tally.counts)] for name, tally in tallies.items()}


def _read_tallies(stored: dict[str, Any]) -> dict[str, Tally]:
    return {name: Tally(n, counts) for name, (n, counts) in stored.items()}


def _bytes(content: object) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
