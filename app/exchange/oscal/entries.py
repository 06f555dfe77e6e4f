"""The small parts of every OSCAL file: properties, links, moments and identifiers that never change."""

from collections.abc import Mapping
from datetime import date
from typing import Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from app.exchange.canonical_json import write_line
from app.exchange.oscal.markdown import one_line
from app.maturity.text import Text

OSCAL_VERSION = "1.2.1"
# What is said in Muster’s own words; nobody needs to be able to open the address.
NAMESPACE = "https://muster.example/ns/oscal"
RISK_FRAMEWORK = "http://csrc.nist.gov/ns/rmf"

# A file that nothing dates has the day of a PDF that nothing dates.
UNDATED = date(2000, 1, 1)

Entry = dict[str, object]

_ROOT = uuid5(NAMESPACE_URL, NAMESPACE)


def identify(*path: str, within: UUID = _ROOT) -> UUID:
    """Return the UUID of version 5 of what a path names, the same in every file; OSCAL refuses version 7."""
    return uuid5(within, "/".join(path))


def identify_content(content: Mapping[str, object], within: UUID) -> UUID:
    """Return the UUID of a whole file: another one as soon as anything in the file differs."""
    return uuid5(within, write_line(content).decode())


def prop(name: str, value: str, kind: str = "") -> Entry:
    """Return a property in OSCAL’s own words; ``kind`` is its class."""
    entry: Entry = {"name": name, "value": one_line(value)}
    return {**entry, "class": kind} if kind else entry


def own_prop(name: str, value: object, kind: str = "") -> Entry:
    """Return a property in the words of ``NAMESPACE``; ``kind`` is its class."""
    entry: Entry = {"name": name, "ns": NAMESPACE, "value": one_line(str(value))}
    return {**entry, "class": kind} if kind else entry


def own_props_in_both(name: str, text: Text) -> list[Entry]:
    """Return a property in each language; OSCAL has no other place for a language than the class."""
    return [own_prop(name, text.en, "en"), own_prop(name, text.fr, "fr")]


def moment(day: date, at: Literal["begin", "end"] = "begin") -> str:
    """Return the first or the last second of a day in UTC; OSCAL refuses a time without its zone."""
    return f"{day.isoformat()}T{'23:59:59' if at == 'end' else '00:00:00'}Z"


def yes_or_no(value: bool) -> str:
    """Return a truth as OSCAL’s examples write it."""
    return "yes" if value else "no"
