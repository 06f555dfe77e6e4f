"""history.json: the links of an assessment and the changes by each, for its owner. It is never imported."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from app.exchange import canonical_json

FORMAT = "muster-history"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """A link; its changes up to ``forgotten_until`` are no longer known."""

    id: str
    name: str
    role: str
    domains: tuple[str, ...]
    scores: bool
    made_on: date
    withdrawn_on: date | None
    last_used_on: date | None
    forgotten_until: datetime | None


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change: its minute in UTC, the link's id, the part that changed, and the questions in it."""

    at: datetime
    link: str
    part: str
    questions: tuple[str, ...]


def write(links: Iterable[LinkEntry], changes: Iterable[ChangeEntry]) -> bytes:
    """Write the file."""
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "links": [asdict(link) for link in links],
        "changes": [asdict(change) for change in changes],
    }
    return canonical_json.write(content, _iso)


def _iso(value: object) -> str:
    if not isinstance(value, date):
        raise TypeError(type(value).__name__)
    return value.strftime("%Y-%m-%dT%H:%MZ") if isinstance(value, datetime) else value.isoformat()
