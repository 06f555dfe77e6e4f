"""Text that people typed, as the document can show it."""

import unicodedata

from app.report.fonts import has_glyph

# What stands for a character that the typeface lacks, so that nothing vanishes unseen.
MARK = "□"

# More line ends than this become a sign in the line: a thousand of them would fill pages with nothing.
LINES = 40

_SPACES = ("Zs",)
_ENDS = ("Zl", "Zp")
# Controls, format characters (zero width, overrides of the writing direction) and halves of pairs.
_DROPPED = ("Cc", "Cf", "Cs")
_KEPT_SPACES = "\u00a0\u202f"


def legible(text: str, limit: int) -> str:
    """Give at most ``limit`` code points of a text, without what cannot be seen or breaks a page.

    A cut text ends in an ellipsis, a character without a glyph becomes a mark, blank lines become one.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    ends = cut.replace("\r\n", "\n").replace("\r", "\n")
    shown = "".join(_shown(character) for character in unicodedata.normalize("NFC", ends))
    lines = [line.strip(" ") for line in shown.split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    while kept and not kept[-1]:
        kept.pop()
    head, rest = kept[:LINES], [line for line in kept[LINES:] if line]
    return "\n".join([*head[:-1], " / ".join([*head[-1:], *rest])])


def legible_line(text: str, limit: int) -> str:
    """Give a text on one line, cut and cleaned like ``legible``."""
    return " ".join(legible(text, limit).split())


def _shown(character: str) -> str:
    if character == "\n" or (" " <= character <= "~"):
        return character
    category = unicodedata.category(character)
    if category in _ENDS:
        return "\n"
    if character == "\t" or (category in _SPACES and character not in _KEPT_SPACES):
        return " "
    if category in _DROPPED or unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
        return ""
    return character if has_glyph(character) else MARK
