"""Typed text without invisible characters, for storing and for printing on one line."""

import re
import unicodedata

# A lone surrogate cannot be encoded as UTF-8; other control characters break exports.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_INVISIBLE = ("Cc", "Cf", "Zs", "Zl", "Zp")
_NO_BREAK_SPACES = "\u00a0\u202f"
_BREAKS = re.compile("[ \\t\\n\\u2028\\u2029]+")


def clean(text: str) -> str:
    """Return the text trimmed, with LF as line end and no control characters but LF and tab.

    A text in which nothing can be seen is empty.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = _DROPPED.sub("", lines).strip()
    return kept if any(unicodedata.category(each) not in _INVISIBLE for each in kept) else ""


def escape_unprintable(text: str) -> str:
    """Return the text on one line of a terminal, its control characters written as their code points.

    The no-break spaces that French needs stay.
    """
    return "".join(c if c.isprintable() or c in _NO_BREAK_SPACES else f"\\u{ord(c):04x}" for c in text)


def clean_line(text: str) -> str:
    """Return the text on one line; every run of white space becomes one space."""
    return " ".join(clean(text).split())


def clean_title(text: str) -> str:
    """Return the text on one line like ``clean_line``, but keep the no-break spaces that French needs."""
    return _BREAKS.sub(" ", clean(text))


def fold(text: str) -> str:
    """Return a text in small letters without accents, to compare and to sort what people type."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))
