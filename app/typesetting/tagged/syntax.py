"""PDF’s notation of the few kinds of value that the package writes itself (ISO 32000-1, 7.3)."""

import re

_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\n": r"\n", "\r": r"\r"})
# Such text is never broken into lines, and PDFDocEncoding has only the plain space.
_SPACES = str.maketrans("\xa0\u202f", "  ")
# The signs of PDFDocEncoding from 0x80 on (ISO 32000-1, D.2).
_SIGNS = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™"
_TYPOGRAPHIC = {ord(sign): chr(code) for code, sign in enumerate(_SIGNS, start=0x80)}
_LATIN = re.compile(f"[\x20-\x7e\xa1-\xac\xae-\xff{_SIGNS}]*")
_REGULAR = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+:")


def text(words: str) -> bytes:
    """Return a text string: in PDFDocEncoding if it has only characters of Latin-1, else in UTF-16 (7.9.2.2).

    No-break spaces become plain ones. Raises UnicodeEncodeError for half of a surrogate pair.
    """
    plain = words.translate(_SPACES)
    if _LATIN.fullmatch(plain):
        return b"(" + plain.translate(_TYPOGRAPHIC).translate(_ESCAPED).encode("latin-1") + b")"
    units = "\ufeff" + plain
    return b"(" + units.encode("utf-16-be").decode("latin-1").translate(_ESCAPED).encode("latin-1") + b")"


def name(words: str) -> bytes:
    """Return a name; every byte but letters, digits and ``-_.+:`` is written as its number."""
    return b"/" + b"".join(
        bytes((each,)) if each in _REGULAR else b"#%02X" % each for each in words.encode("utf-8")
    )


def number(value: float) -> bytes:
    """Return a length in points, rounded to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".").encode("ascii")


def reference(number: int) -> bytes:
    """Return the reference to an object by its number."""
    return b"%d 0 R" % number


def array(values: list[bytes]) -> bytes:
    """Return an array of written values."""
    return b"[" + b" ".join(values) + b"]"
