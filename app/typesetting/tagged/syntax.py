"""PDF’s own notation for the few kinds of value that the library writes itself (ISO 32000-1, 7.3)."""

import re

_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\n": r"\n", "\r": r"\r"})
# Nothing of what is only said breaks into lines; PDF’s own encoding has one space.
_SPACES = str.maketrans("\xa0\u202f", "  ")
# Where PDF’s own encoding keeps its signs (ISO 32000-1, D.2).
_SIGNS = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™"
_TYPOGRAPHIC = {ord(sign): chr(code) for code, sign in enumerate(_SIGNS, start=0x80)}
_LATIN = re.compile(f"[\x20-\x7e\xa1-\xac\xae-\xff{_SIGNS}]*")
_REGULAR = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+:")


def text(words: str) -> bytes:
    """Write a text string: in PDF’s own encoding as far as Latin-1 goes, else in UTF-16 (7.9.2.2).

    Spaces that do not break become plain ones. Raises UnicodeEncodeError for half a surrogate pair.
    """
    said = words.translate(_SPACES)
    if _LATIN.fullmatch(said):
        return b"(" + said.translate(_TYPOGRAPHIC).translate(_ESCAPED).encode("latin-1") + b")"
    units = "\ufeff" + said
    return b"(" + units.encode("utf-16-be").decode("latin-1").translate(_ESCAPED).encode("latin-1") + b")"


def name(words: str) -> bytes:
    """Write a name, with every byte but letters, digits and ``-_.+:`` as its number."""
    return b"/" + b"".join(
        bytes((each,)) if each in _REGULAR else b"#%02X" % each for each in words.encode("utf-8")
    )


def number(value: float) -> bytes:
    """Write a length in points, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".").encode("ascii")


def reference(number: int) -> bytes:
    """Write the reference to an object by its number."""
    return b"%d 0 R" % number


def array(values: list[bytes]) -> bytes:
    """Write an array of values already written."""
    return b"[" + b" ".join(values) + b"]"
