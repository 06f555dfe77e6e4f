"""Text that people typed, as the document can show it."""

import re
import unicodedata

from app.typesetting.text.fonts import has_glyph

# What stands for a character that no typeface has, so that nothing vanishes unseen.
MISSING_GLYPH = "□"

# More line ends than this become a sign in the line: a thousand of them would fill pages with nothing.
MAX_LINES = 40


_SPACES = ("Zs",)
_ENDS = ("Zl", "Zp")
# Controls, format characters (zero width, overrides and isolates of the writing direction), halves of pairs.
_DROPPED = ("Cc", "Cf", "Cs")
_KEPT_SPACES = "\u00a0\u202f"
# Signs of Arabic numbers and verses, which Unicode counts among the formats though they are seen.
_SEEN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd"
# Letters and signs without ink, and the joiner of marks.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_BLANK = "\u2800"
_JOINERS = "\u200c\u200d"
_SKINS = re.compile("[\U0001f3fb-\U0001f3ff]")
_EMOJI_SEQUENCE = re.compile(
    "(?:[\U0001f000-\U0001ffff\u2190-\u2bff]\ufe0f?\u200d)+(?=[\U0001f000-\U0001ffff\u2190-\u2bff])"
)
# Zero-width joiners mean something after an Arabic letter only, of the scripts that we set.
_IDLE_JOINERS = re.compile("(?<![\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff])[\u200c\u200d]+")
_TOO_MANY_JOINERS = re.compile("([\u200c\u200d])[\u200c\u200d]+")


def printable(text: str, limit: int) -> str:
    """Give at most ``limit`` code points of a text, without what cannot be seen or breaks a page.

    A cut text ends in an ellipsis, a character without a glyph becomes a mark, blank lines become one.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    ends = cut.replace("\r\n", "\n").replace("\r", "\n")
    shown = ends if ends.isascii() and ends.isprintable() else _cleaned(ends)
    lines = [line.strip(" ") for line in shown.split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    while kept and not kept[-1]:
        kept.pop()
    head, rest = kept[:MAX_LINES], [line for line in kept[MAX_LINES:] if line]
    return "\n".join([*head[:-1], " / ".join([*head[-1:], *rest])])


def printable_line(text: str, limit: int) -> str:
    """Give a text on one line, cut and cleaned like ``legible``."""
    return " ".join(printable(text, limit).split())


def _cleaned(text: str) -> str:
    # A person of some skin colour, or a family, is one picture and becomes one mark.
    pictures = _EMOJI_SEQUENCE.sub("", _SKINS.sub("", text))
    shown = "".join(map(_shown, unicodedata.normalize("NFC", pictures)))
    return _TOO_MANY_JOINERS.sub(r"\1", _IDLE_JOINERS.sub("", shown))


def _shown(character: str) -> str:
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
