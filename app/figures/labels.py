"""Placing labels without overlaps: a label that would touch an earlier one moves down below it."""

from collections.abc import Iterable
from dataclasses import replace

from app.figures.chart import Label

# Left, top, right and bottom edge.
Box = tuple[float, float, float, float]

# The least distance of two labels on one line, in units of the chart.
GAP = 3.0
# A label moved below another may still reach into it by a rounding error.
_ROUNDING = 1e-6


def overlaps(one: Box, other: Box, gap: float = 0.0) -> bool:
    """Return whether two boxes overlap, or are closer than the gap horizontally."""
    beside = one[0] < other[2] + gap and other[0] < one[2] + gap
    return beside and one[1] < other[3] - _ROUNDING and other[1] < one[3] - _ROUNDING


def bounds(labels: Iterable[Label]) -> Box:
    """Return the box around all the labels, of which there is at least one."""
    boxes = [label.box for label in labels]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def shift(labels: Iterable[Label], across: float, down: float) -> tuple[Label, ...]:
    """Return the labels, all moved by the same distance."""
    return tuple(replace(label, x=label.x + across, y=label.y + down) for label in labels)


def avoid_overlaps(groups: Iterable[tuple[Label, ...]]) -> tuple[Label, ...]:
    """Return the labels of all groups; a group that touches an earlier one is moved down below it."""
    placed: list[Box] = []
    labels: list[Label] = []
    for group in groups:
        free = group
        blocked = _blocking(free, placed)
        while blocked:
            free = shift(free, 0.0, blocked[3] - bounds(free)[1])
            blocked = _blocking(free, placed)
        placed.append(bounds(free))
        labels.extend(free)
    return tuple(labels)


def _blocking(group: tuple[Label, ...], placed: list[Box]) -> Box | None:
    return next((box for box in placed if overlaps(bounds(group), box, GAP)), None)


def stack_lines(texts: Iterable[str], first: Label, leading: float) -> tuple[Label, ...]:
    """Return one label per line of text below each other, each with the look of the first label."""
    return tuple(replace(first, y=first.y + number * leading, text=text) for number, text in enumerate(texts))


def fit_between(group: tuple[Label, ...], left: float, right: float) -> tuple[Label, ...]:
    """Return the group moved sideways so that it lies between two edges."""
    box = bounds(group)
    return shift(group, max(left - box[0], 0.0) + min(right - box[2], 0.0), 0.0)
