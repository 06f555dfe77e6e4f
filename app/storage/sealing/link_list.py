"""The list of an assessment's links, with the names that an owner gave them; only owners can read it."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from app.storage.sealing.roles import Grant


@dataclass(frozen=True, slots=True)
class Link:
    """A link as an owner sees it, withdrawn on ``revoked_on``; the first link has no name."""

    id: str
    name: str
    role: str
    made_on: date
    domains: str = ""
    scores: bool = False
    revoked_on: date | None = None

    def grant(self, assessment_id: str) -> Grant:
        """Return what the link may read of the assessment."""
        return Grant(assessment_id, self.id, self.role, self.domains, self.scores)


def write(links: tuple[Link, ...]) -> bytes:
    """Return the bytes of the document."""
    rows = [{name: value for name, value in asdict(link).items() if value} for link in links]
    return json.dumps(rows, ensure_ascii=False, default=date.isoformat, separators=(",", ":")).encode()


def read(content: bytes) -> tuple[Link, ...]:
    """Return the links, in the order in which they were made."""
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
    revoked = date.fromisoformat(revoked_on) if revoked_on else None
    return Link(id, name, role, date.fromisoformat(made_on), domains, scores, revoked)
