"""The document that lists an assessment's links with the names their owner gave them; only owners read it."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from app.storage.sealing.roles import Grant


@dataclass(frozen=True, slots=True)
class Link:
    """A link as its owner sees it, withdrawn from ``revoked_on`` on; the first link has no name."""

    id: str
    name: str
    role: str
    made_on: date
    domains: str = ""
    scores: bool = False
    revoked_on: date | None = None

    def grant(self, assessment_id: str) -> Grant:
        """Give the link as a reader of documents."""
        return Grant(assessment_id, self.id, self.role, self.domains, self.scores)


def write(links: tuple[Link, ...]) -> bytes:
    """Give the bytes of the document."""
    rows = [{name: value for name, value in asdict(link).items() if value} for link in links]
    return json.dumps(rows, ensure_ascii=False, default=date.isoformat, separators=(",", ":")).encode()


def read(content: bytes) -> tuple[Link, ...]:
    """Read the document, in the order in which the links were made."""
    return tuple(_link(**stored) for stored in json.loads(content))


def _link(
    id: str,
    role: str,
    made_on: str,
    name: str = "",
    domains: str = "",
    scores: bool = False,
    revoked_on: str | None = None,
) -> Link:
    until = date.fromisoformat(revoked_on) if revoked_on else None
    return Link(id, name, role, date.fromisoformat(made_on), domains, scores, until)
