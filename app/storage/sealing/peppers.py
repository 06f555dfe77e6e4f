"""Which peppers the stored codes need: without its pepper a code opens nothing."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, func, select, union

from app.config import Config
from app.storage.database.programme_tables import ProgrammeCodeRow
from app.storage.database.tables import LinkRow, PulseRow
from app.storage.sealing.errors import StorageError
from app.storage.sealing.vault import pepper_name

# A withdrawn link and a closed pulse need none: the first opens nothing, the second reopens under the newest.
_LINKS, _PULSES = LinkRow.revoked_on.is_(None), PulseRow.is_open
_NAMES = union(
    select(LinkRow.pepper_name).where(_LINKS),
    select(PulseRow.pepper_name).where(_PULSES),
    select(ProgrammeCodeRow.pepper_name),
)


class MissingPepperError(StorageError):
    """Stored links need a pepper that is not given; the message is one sentence that names the setting."""


def names_of(peppers: Iterable[bytes]) -> frozenset[str]:
    """Return the names of peppers, as links store them."""
    return frozenset(map(pepper_name, peppers))


def needed_names(connection: Connection) -> frozenset[str]:
    """Return the names of the peppers that stored links, open pulses and programmes' codes need."""
    return frozenset(connection.scalars(_NAMES))


def accepted_names(config: Config) -> frozenset[str]:
    """Return the names of the peppers that the settings hold, and of those that they declare lost."""
    return names_of(config.peppers) | config.lost_peppers


def count_links_without_pepper(connection: Connection, names: Collection[str]) -> int:
    """Return how many links, open pulses and programmes' codes need a pepper that is not among the names."""
    links = select(func.count()).where(_LINKS, LinkRow.pepper_name.not_in(names))
    pulses = select(func.count()).where(_PULSES, PulseRow.pepper_name.not_in(names))
    coordinators = select(func.count()).where(ProgrammeCodeRow.pepper_name.not_in(names))
    return sum(connection.execute(count).scalar_one() for count in (links, pulses, coordinators))


def find_fault(connection: Connection, names: Collection[str]) -> str | None:
    """Return a sentence if what is stored needs peppers that are not among the names, else None."""
    count = count_links_without_pepper(connection, names)
    if not count:
        return None
    missing = ", ".join(sorted(needed_names(connection) - frozenset(names)))
    return (
        "PEPPER must hold every pepper under which stored links were made, and a new one opens none of them;"
        f" links without theirs: {count} (pepper {missing})."
    )
