"""history.json: an assessment's links and what each changed, for its owner to keep. It is not imported."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from app.exchange import canonical_json

FORMAT = "muster-history"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """A link; of its changes up to ``forgotten_until`` nothing is known."""

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
    """A change: its minute, the link's id, the part that changed, and what in it."""

    at: datetime
    link: str
    part: str
    questions: tuple[str, ...]


def write(links: Iterable[LinkEntry], changes: Iterable[ChangeEntry]) -> bytes:
    """Write the file, with a line end at its end."""
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
