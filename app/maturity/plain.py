"""Text that people type, made safe to keep: the same words, without what no reader can see."""

import unicodedata

# A lone surrogate cannot be written as UTF-8; other controls mean nothing in a note and break exports.
_DROPPED = ("Cc", "Cs")


def plain(text: str) -> str:
    """Give the text with line ends made LF, without controls other than LF and tab, and trimmed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if not lines.isprintable():
        lines = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in _DROPPED)
    return lines.strip()


def plain_line(text: str) -> str:
    """Give the text on one line: every run of white space becomes one space."""
    return " ".join(plain(text).split())
