"""Arabic letters take the form that their neighbours ask for, as characters that a face holds.

The forms are read from Unicode’s own data, the decompositions of the presentation forms. A letter that has
none there, such as some of African languages, stays as it is and joins nobody. Shaping by HarfBuzz was left
aside: ReportLab numbers its glyphs by the order in which a process meets them, and a file’s bytes would
depend on the files before it.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d5]")
# Kashida and the zero-width joiner join on both sides; the non-joiner, a character like any other, on none.
_JOINING = "\u0640\u200d"
_UNSEEN = "\u200c\u200d"
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
_FORMS = (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD))
_KIND = {
    (False, False): "<isolated>",
    (False, True): "<initial>",
    (True, True): "<medial>",
    (True, False): "<final>",
}


@dataclass(slots=True)
class _Letter:
    """A letter, or lam and alef as one, and the marks on it."""

    base: str
    marks: str = ""


def is_arabic(text: str) -> bool:
    """Say whether a text holds a letter that may take forms."""
    return _LETTER.search(text) is not None


def join_letters(text: str) -> str:
    """Give a text in logical order with each letter in its form, without what only said how to join."""
    letters = _letters(text)
    bases = ["", *(letter.base for letter in letters), ""]
    seen: list[str] = []
    for before, letter, after in zip(bases, letters, bases[2:], strict=False):
        joined = (
            _joins_after(before) and _joins_before(letter.base),
            _joins_after(letter.base) and _joins_before(after),
        )
        form = _forms().get((_KIND[joined], letter.base), letter.base)
        seen.append(form.strip(_UNSEEN) + letter.marks)
    return "".join(seen)


def _letters(text: str) -> list[_Letter]:
    letters: list[_Letter] = []
    for character in text:
        last = letters[-1] if letters else None
        if last and unicodedata.category(character) == "Mn":
            last.marks += character
        elif last and last.base == _LAM and character in _ALEFS:
            last.base += character
        else:
            letters.append(_Letter(character))
    return letters


def _joins_after(base: str) -> bool:
    return ("<initial>", base) in _forms() or (base != "" and base in _JOINING)


def _joins_before(base: str) -> bool:
    return ("<final>", base) in _forms() or (base != "" and base in _JOINING)


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Give the form of a letter, or of lam and alef, by its kind."""
    found: dict[tuple[str, str], str] = {}
    for code in _FORMS:
        kind, *letters = unicodedata.decomposition(chr(code)).split(" ")
        base = "".join(chr(int(each, 16)) for each in letters)
        if len(base) == 1 or (len(base) == 2 and base[0] == _LAM and base[1] in _ALEFS):
            found.setdefault((kind, base), chr(code))
    return found
