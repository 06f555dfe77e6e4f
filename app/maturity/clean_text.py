"""Text that people type, made safe to keep: the same words, without what no reader can see."""

import re

# A lone surrogate cannot be written as UTF-8; other controls mean nothing in a note and break exports.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """Give the text with line ends made LF, without controls other than LF and tab, and trimmed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _DROPPED.sub("", lines).strip()


def escape_unprintable(text: str) -> str:
    """Return the text on one line of a terminal, its control characters written as their code points."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def clean_line(text: str) -> str:
    """Give the text on one line: every run of white space becomes one space."""
    return " ".join(clean(text).split())
