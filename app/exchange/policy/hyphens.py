"""Words divided at the end of a line: which keep their hyphen."""

import re
from collections.abc import Iterable

# What typesetting programs write where they divide a word; PDFium writes the second.
_SOFT = ("\u00ad", "\ufffe")
_HARD = ("-", "\u2010", "\u2011")

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
# Parts that stand on their side of a hyphen in English and French, and that no word is divided at.
_BEFORE = frozenset(("demi", "non", "peut", "quasi", "self", "third", "vice", "well"))
_AFTER = frozenset(("même", "mêmes", "être", "vous"))
# Words of the matter that no program divides elsewhere.
_COMPOUNDS = frozenset(
    ("arrière-plan", "mot-dièse", "multi-factor", "off-duty", "porte-parole", "sous-traitant", "two-factor")
)
# Two words of this length that occur alone were one word with a hyphen.
_WHOLE_WORD = 4
_LONGEST_WORD = 100


class Hyphens:
    """Joins the lines of a document; its other words tell which hyphens belong to a word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        was_divided = False
        for line in map(str.strip, lines):
            words = _WORD.findall(line.lower())
            is_divided = line.endswith((*_SOFT, *_HARD))
            # Parts of a divided word are no words.
            self._words.update(words[was_divided : len(words) - is_divided])
            was_divided = is_divided

    def join(self, lines: Iterable[str]) -> str:
        """Return lines as one text."""
        pieces: list[str] = []
        # Only the last word tells: to read the whole text again at each line would take hours.
        tail = ""
        for line in filter(None, map(str.strip, lines)):
            drops_hyphen, between = self._joint(tail, line)
            if drops_hyphen:
                pieces[-1], tail = pieces[-1][:-1], tail[:-1]
            pieces += [between, line]
            tail = f"{tail}{between}{line}"[-_LONGEST_WORD:]
        return "".join(pieces)

    def _joint(self, tail: str, line: str) -> tuple[bool, str]:
        """Return whether a text loses the hyphen at its end, and what stands between it and the next line."""
        if not tail.endswith((*_SOFT, *_HARD)):
            return False, " " if tail else ""
        is_soft = tail.endswith(_SOFT)
        first, second = _LAST.search(tail[:-1]), _FIRST.match(line)
        if first is None or second is None or not line[0].islower():
            return is_soft, "" if is_soft or first else " "
        parts = first[0].lower(), second[0].lower()
        # Some programs write a hyphen that belongs to a word as if it had been added.
        keeps = self._is_compound(*parts) or (not is_soft and self._may_be_compound(*parts))
        return True, "-" if keeps else ""

    def _is_compound(self, first: str, second: str) -> bool:
        if first + second in self._words:
            return False
        whole = f"{first}-{second}"
        return whole in self._words or whole in _COMPOUNDS or (first in _BEFORE and second in _AFTER)

    def _may_be_compound(self, first: str, second: str) -> bool:
        if first + second in self._words:
            return False
        if first in _BEFORE or second in _AFTER:
            return True
        return min(len(first), len(second)) >= _WHOLE_WORD and {first, second} <= self._words
