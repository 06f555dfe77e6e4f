"""The rules of OSCAL 1.2.1 that the files here are under: those of its schema, and those it cannot say.

The schema is not in any package, so its data types and obligatory fields are repeated here from it; ``make
consumers`` lets programs that have the schema read the same files.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

Entry = dict[str, Any]

TOKEN = re.compile(r"[^\W\d](?:[\w.-])*")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TIME = re.compile(r"(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d\d:\d\d:[0-5]\dZ")
URI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:.+")
# U+FEFF is a blank for the schema’s own kind of patterns, and not for Python’s.
STRING = re.compile(r"[^\s\ufeff](?:[^\n]*[^\s\ufeff])?")

TIMES = {"published", "last-modified", "start", "end", "collected", "deadline", "date"}
TOKENS = {
    "id",
    "class",
    "control-id",
    "role-id",
    "state",
    "reason",
    "lifecycle",
    "status",
    "rel",
    "target-id",
}
MARKUP_LINES = {"title"}
OBLIGATORY = {
    "catalog": ("uuid", "metadata"),
    "assessment-results": ("uuid", "metadata", "import-ap", "results"),
    "plan-of-action-and-milestones": ("uuid", "metadata", "poam-items"),
    "metadata": ("title", "last-modified", "version", "oscal-version"),
    "groups": ("title",),
    "controls": ("id", "title"),
    "parts": ("name",),
    "props": ("name", "value"),
    "links": ("href",),
    "roles": ("id", "title"),
    "parties": ("uuid", "type"),
    "responsible-parties": ("role-id", "party-uuids"),
    "resources": ("uuid",),
    "rlinks": ("href",),
    "results": ("uuid", "title", "description", "start", "reviewed-controls"),
    "observations": ("uuid", "description", "methods", "collected"),
    "findings": ("uuid", "title", "description", "target"),
    "risks": ("uuid", "title", "description", "statement", "status"),
    "remediations": ("uuid", "lifecycle", "title", "description"),
    "tasks": ("uuid", "type", "title"),
    "poam-items": ("uuid", "title", "description"),
    "components": ("uuid", "type", "title", "description", "status"),
    "relevant-evidence": ("description",),
    "system-id": ("id",),
}
# The fields that name something else in the file, and the lists or fields that define it.
REFERENCES = {
    "party-uuids": "parties",
    "role-id": "roles",
    "observation-uuid": "observations",
    "finding-uuid": "findings",
    "risk-uuid": "risks",
    "component-uuid": "components",
    "actor-uuid": "actors",
    "subject-uuid": "actors",
    "control-id": "controls",
    "target-id": "objectives",
}


def document(content: bytes) -> Entry:
    """Return the root of a file."""
    (root,) = json.loads(content).values()
    return dict(root)


def faults(content: bytes, catalog: bytes) -> list[str]:
    """Return every broken rule of a file as a sentence; a file of an assessment refers to the catalogue."""
    (root,) = json.loads(content).items()
    return [*_shape(*root), *_repeated(root[1]), *_dangling(root[1], catalog)]


def entries(value: object, key: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value of a file with the key under which it stands, that of its list for an item."""
    yield key, value
    if isinstance(value, dict):
        for name, each in value.items():
            yield from entries(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from entries(each, key)


def _shape(name: str, root: Entry) -> Iterator[str]:
    for key, value in entries(root, name):
        if isinstance(value, list | dict) and not value:
            yield f"{key} is empty"
        elif isinstance(value, dict):
            yield from (f"{key} without {each}" for each in OBLIGATORY.get(key, ()) if each not in value)
            if key == "controls" and "statement" not in {each["name"] for each in value.get("parts", ())}:
                yield f"{value['id']} has no statement"
        elif isinstance(value, str):
            yield from _text_faults(key, value)


def _text_faults(key: str, value: str) -> Iterator[str]:
    if "uuid" in key and not UUID.fullmatch(value):
        yield f"{key}: {value} is no UUID of version 4 or 5"
    if key in TIMES and not TIME.fullmatch(value):
        yield f"{key}: {value} is no time with its zone"
    if key in TOKENS and not TOKEN.fullmatch(value):
        yield f"{key}: {value} is no token"
    if key in ("ns", "scheme", "identifier-type") and not URI.fullmatch(value):
        yield f"{key}: {value} has no scheme"
    if key in ("value", "name", "version", "identifier") and not STRING.fullmatch(value):
        yield f"{key}: {value!r} is no string of one line"
    if key in MARKUP_LINES and ("\n" in value or not value):
        yield f"{key}: {value!r} is not one line"


def _repeated(root: Entry) -> Iterator[str]:
    defined = [
        value[name]
        for _key, value in entries(root)
        if isinstance(value, dict)
        for name in ("uuid",)
        if name in value
    ]
    ids = [
        value["id"]
        for key, value in entries(root)
        if key in ("groups", "controls", "parts", "roles") and isinstance(value, dict)
    ]
    yield from (f"{id} is defined {count} times" for id, count in Counter(defined + ids).items() if count > 1)


def _dangling(root: Entry, catalog: bytes) -> Iterator[str]:
    known: dict[str, set[str]] = {"resources": set(), "parties": set(), "components": set()}
    for key, value in entries(root):
        if isinstance(value, dict):
            known.setdefault(key, set()).update(str(value[each]) for each in ("uuid", "id") if each in value)
    known |= {"controls": _ids_of(catalog, "controls"), "objectives": _ids_of(catalog, "parts")}
    known["actors"] = known["parties"] | known["components"]
    texts = [(key, value) for key, value in entries(root) if isinstance(value, str)]
    for key, value in texts:
        if key in REFERENCES and value not in known[REFERENCES[key]]:
            yield f"{key} {value} leads nowhere"
    inside = {value[1:] for key, value in texts if key == "href" and value.startswith("#")}
    chosen = [each for key, each in entries(root) if key == "control-selections" and isinstance(each, dict)]
    yield from ("a selection includes nothing" for each in chosen if "include-controls" not in each)
    yield from (f"#{each} leads nowhere or is not referred to" for each in inside ^ known["resources"])


@cache
def _ids_of(catalog: bytes, kind: str) -> set[str]:
    return ids_of(document(catalog), kind)


def ids_of(root: Entry, kind: str) -> set[str]:
    """Return the ids of all groups, controls or parts."""
    return {value["id"] for key, value in entries(root) if key == kind and isinstance(value, dict)}


def props(entry: Entry, name: str) -> list[str]:
    """Return the values of an entry’s properties of a name, in order."""
    return [each["value"] for each in entry.get("props", ()) if each["name"] == name]
