"""The order of characters in a line: the Unicode Bidirectional Algorithm (UAX #9), by python-bidi.

python-bidi returns embedding levels only in a debug dump, which has one level for each byte of the text in
UTF-8.
"""

import re
from collections.abc import Sequence

from bidi import get_base_level, get_display
from bidi.algorithm import reverse_contiguous_sequence
from bidi.mirror import MIRRORED

_LEVEL = re.compile(r"Level\(\s+(\d+)")
# The dump escapes the text and keeps it on one line, so no text can contain these headings.
_LEVELS_HEADING, _NEXT_HEADING = "\n    levels: [", "\n    paragraphs: ["


def base_level(text: str) -> int:
    """Return 1 if a paragraph’s first strong character runs from right to left, else 0 (rules P2, P3)."""
    return int(get_base_level(text)) if text else 0


def embedding_levels(text: str, base: int) -> list[int]:
    """Return each character’s level in a paragraph of a base level; odd levels run from right to left."""
    dump = get_display(text, base_dir="LR"[base], debug=True)
    byte_levels = _LEVEL.findall(dump, dump.index(_LEVELS_HEADING), dump.index(_NEXT_HEADING))
    # In UTF-8 every byte of a character but the first begins with the bits 10.
    return [int(level) for level, byte in zip(byte_levels, text.encode(), strict=True) if byte & 0xC0 != 0x80]


def reorder(levels: Sequence[int]) -> list[int]:
    """Return the indices of pieces with levels, ordered from left to right (rule L2)."""
    pieces = [{"level": level, "index": index} for index, level in enumerate(levels)]
    if odd_levels := [level for level in levels if level % 2]:
        reverse_contiguous_sequence(pieces, 0, len(pieces) - 1, max(levels), min(odd_levels))
    return [piece["index"] for piece in pieces]


def mirror(character: str) -> str:
    """Return the mirror image of a bracket or similar sign, else the character itself (rule L4)."""
    return str(MIRRORED.get(character, character))
