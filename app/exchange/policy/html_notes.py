"""The notes of an HTML page: which elements hold them, and what refers to them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.maturity.policy.policy_text import TextBlock

# The number of a note would stick to the word before it.
NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡↩^])[\])]?\ufe0e?")

_ROLES = frozenset(("doc-endnotes", "doc-endnote", "doc-footnote"))
_CLASSES = frozenset(("footnotes", "endnotes", "footnote", "endnote"))
_IDS = re.compile(r"sd(?:foot|end)note\d+")
_STYLE = re.compile(r"mso-element:\s*(?:foot|end)note(?:-list)?\b")
# Some programs call the number so that refers to a note.
_REFERRING = frozenset(("a", "sup"))


def holds_notes(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element holds one note or several."""
    if tag in _REFERRING:
        return False
    names = attributes.get("class", "").split()
    return (
        attributes.get("role") in _ROLES
        or not _CLASSES.isdisjoint(names)
        or _IDS.fullmatch(attributes.get("id", "")) is not None
        or _STYLE.search(attributes.get("style", "")) is not None
    )


class Notes:
    """The notes found so far, each with a number from 1, and the places in the text that refer to them."""

    def __init__(self) -> None:
        self._count = 0
        # The block of a link: by what it leads to, and by its own name, to which notes lead back.
        self._referred: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._places: dict[int, int] = {}
        self._note_of: dict[int, int] = {}

    def begin(self, id: str = "") -> int:
        """Return the number of a new note, whose element may have an id that a link has led to."""
        self._count += 1
        if id in self._referred:
            self._places[self._count] = self._referred[id]
        return self._count

    def refer(self, target: str, names: Sequence[str], block: int) -> None:
        """Note a link with the number of a note: where it leads, its names, and the block that holds it."""
        self._referred.setdefault(target, block)
        for name in names:
            self._names.setdefault(name, block)

    def leads_back(self, target: str) -> bool:
        """Return whether a link leads to one that refers to a note."""
        return target in self._names

    def lead_back(self, note: int, target: str) -> None:
        """Note that a link within a note leads back to what refers to it."""
        self._places.setdefault(note, self._names[target])

    def add(self, note: int, block: int) -> None:
        """Note that a block is part of a note."""
        self._note_of[block] = note

    def placed(self, blocks: Sequence[TextBlock]) -> list[TextBlock]:
        """Return the blocks with each note after the one that refers to it, or as an endnote where it is."""
        known = {
            note: place
            for note, place in self._places.items()
            if place < len(blocks) and place not in self._note_of
        }
        after: dict[int, list[TextBlock]] = defaultdict(list)
        for number, note in self._note_of.items():
            if note in known:
                after[known[note]].append(replace(blocks[number], kind="note"))
        found: list[TextBlock] = []
        for number, block in enumerate(blocks):
            note = self._note_of.get(number, 0)
            if note not in known:
                found.append(replace(block, kind="endnote") if note else block)
            found += after[number]
        return found
