"""The widths of texts, so that labels can be placed without overlaps."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

# Advance widths of Source Sans 3 Semibold in thousandths of the font size; Regular is never wider.
_ADVANCES = Path(__file__).parent / "advances.json"

_WIDEST = 1000


class _Advances(dict[str, int]):
    def __missing__(self, character: str) -> int:
        return _WIDEST


@cache
def _advances() -> Mapping[str, int]:
    return _Advances(json.loads(_ADVANCES.read_text(encoding="utf-8")))


def text_width(text: str, size: float) -> float:
    """Return an upper bound of the width of a line of text at a font size, in the unit of the size."""
    return sum(map(_advances().__getitem__, text)) * size / 1000


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return a text as lines no wider than ``width``, broken at ordinary spaces; long words stay whole."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def wrap_typed(text: str, width: float, size: float, most: int, ending: str = "") -> tuple[str, ...]:
    """Return a text as at most so many lines no wider than ``width``, the last of them cut with “…”.

    A word that is too long is broken within. The ending is kept whole, for example a number.
    """
    lines = tuple(piece for line in wrap(text + ending, width, size) for piece in _pieces(line, width, size))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(f"{last}…{ending}", size) > width:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip()}…{ending}")


def _pieces(line: str, width: float, size: float) -> Iterator[str]:
    piece = ""
    for character in line:
        if piece and text_width(piece + character, size) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
