"""Dots that stand on their scores without covering each other, as large as the room allows.

Scores that lie closer than a dot share a column in the middle between them. If columns would be too high,
scores within a few points stand together in several columns beside each other, as many for every score: so a
group that is twice as high has twice as many organisations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

# How far apart the centres of two dots are, in units of the chart, the largest that fits.
_DISTANCES = (7.0, 6.0, 5.0, 4.4, 3.8, 3.2, 2.8, 2.4, 2.0, 1.7, 1.4, 1.2, 1.0, 0.8, 0.6, 0.5, 0.4)
# The part of the scale within which scores stand together: no further than a dot, or up to five points.
_SHARED = (0.0, 0.02, 0.03, 0.04, 0.05)
# What dots take of the room to the next scores.
_USED = 0.85

# Where a column stands and how many dots it has.
Column = tuple[float, int]


@dataclass(frozen=True, slots=True)
class PackedDots:
    """The columns of each row, and the distance of their dots."""

    distance: float
    rows: tuple[tuple[Column, ...], ...]


def pack_dots(rows: Sequence[Sequence[Column]], width: float, height: float) -> PackedDots:
    """Return the columns of rows of dots on a scale of a width and within a height.

    A row has its positions in rising order, each with the number of dots on it.
    """
    for distance, shared in product(_DISTANCES, _SHARED):
        reach = max(distance, shared * width)
        beside = max(1, int(reach * _USED / distance))
        most = beside * int(height / distance)
        # The first group that is too high decides.
        if all(count <= most for row in rows for _centre, count in _groups(row, reach)):
            break
    return PackedDots(
        distance,
        tuple(
            tuple(
                column
                for centre, count in _groups(row, reach)
                for column in _columns(centre, count, beside, distance)
            )
            for row in rows
        ),
    )


def _groups(row: Sequence[Column], reach: float) -> Iterator[Column]:
    """Yield the positions that lie within a reach and stand together: where, and how many dots they have."""
    last = float("-inf")
    place = 0
    while place < len(row):
        first = row[place][0]
        count = 0
        while place < len(row) and row[place][0] - first < reach:
            count += row[place][1]
            place += 1
        last = max((first + row[place - 1][0]) / 2, last + reach)
        yield last, count


def _columns(centre: float, count: int, beside: int, distance: float) -> Iterator[Column]:
    """Yield a group as equal columns around its place; the first ones have one dot more if they must."""
    each, more = divmod(count, beside)
    filled = beside if each else more
    first = centre - distance * (filled - 1) / 2
    for number in range(filled):
        yield first + distance * number, each + (number < more)
