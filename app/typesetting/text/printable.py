"""Typed text, reduced to characters that a document can show."""

import re
import unicodedata

from app.typesetting.text.fonts import has_glyph

# Replaces a character that no font has, so that its absence is visible.
MISSING_GLYPH = "□"

# More lines than this are joined: a thousand short lines would fill pages.
MAX_LINES = 40


_SPACES = ("Zs",)
_ENDS = ("Zl", "Zp")
# Controls, format characters (zero width, overrides and isolates of the writing direction), halves of pairs.
_DROPPED = ("Cc", "Cf", "Cs")
_KEPT_SPACES = "\u00a0\u202f"
# Signs of Arabic numbers and verses: visible, although Unicode calls them format characters.
_SEEN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd"
# Letters and signs without ink, and the combining grapheme joiner.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_BLANK = "\u2800"
_JOINERS = "\u200c\u200d"
_SKINS = re.compile("[\U0001f3fb-\U0001f3ff]")
_EMOJI_SEQUENCE = re.compile(
    "(?:[\U0001f000-\U0001ffff\u2190-\u2bff]\ufe0f?\u200d)+(?=[\U0001f000-\U0001ffff\u2190-\u2bff])"
)
# Of the scripts that the fonts have, only Arabic gives zero-width joiners a meaning.
_IDLE_JOINERS = re.compile("(?<![\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff])[\u200c\u200d]+")
_TOO_MANY_JOINERS = re.compile("([\u200c\u200d])[\u200c\u200d]+")


def printable(text: str, limit: int) -> str:
    """Return at most ``limit`` code points of a text, without invisible characters.

    A text that was cut ends in “…”. A character without a glyph becomes “□”, several blank lines become one,
    and lines beyond the fortieth are joined by “ / ”.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    ends = cut.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = ends if ends.isascii() and ends.isprintable() else _cleaned(ends)
    lines = [line.strip(" ") for line in cleaned.split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    while kept and not kept[-1]:
        kept.pop()
    head, rest = kept[:MAX_LINES], [line for line in kept[MAX_LINES:] if line]
    return "\n".join([*head[:-1], " / ".join([*head[-1:], *rest])])


def printable_line(text: str, limit: int) -> str:
    """Return a text on one line, cut and cleaned as by ``printable``."""
    return " ".join(printable(text, limit).split())


def _cleaned(text: str) -> str:
    # An emoji with a skin tone, or several joined ones, is one picture and becomes one sign.
    pictures = _EMOJI_SEQUENCE.sub("", _SKINS.sub("", text))
    cleaned = "".join(map(_visible, unicodedata.normalize("NFC", pictures)))
    return _TOO_MANY_JOINERS.sub(r"\1", _IDLE_JOINERS.sub("", cleaned))


def _visible(character: str) -> str:
    if character == "\n" or (" " <= character <= "~"):
        return character
    category = unicodedata.category(character)
    if category in _ENDS:
        return "\n"
    if character in "\t" + _BLANK or (category in _SPACES and character not in _KEPT_SPACES):
        return " "
    if character in _JOINERS + _SEEN_FORMATS:
        return character
    if _is_unseen(character, category):
        return ""
    return character if has_glyph(character) else MISSING_GLYPH


def _is_unseen(character: str, category: str) -> bool:
    selects = unicodedata.name(character, "").startswith(("VARIATION SELECTOR", "MONGOLIAN FREE VARIATION"))
    return category in _DROPPED or character in _UNSEEN or selects
