"""The rule by which labels never collide: a label that would touch an earlier one steps down past it."""

from collections.abc import Iterable
from dataclasses import replace

from app.figures.chart import Label

Box = tuple[float, float, float, float]

# Air between two labels on one line, in units of the chart.
GAP = 3.0


def overlaps(one: Box, other: Box, gap: float = 0.0) -> bool:
    """Say whether two boxes of left, top, right and bottom overlap or come nearer sideways than the gap."""
    return one[0] < other[2] + gap and other[0] < one[2] + gap and one[1] < other[3] and other[1] < one[3]


def bounds(labels: Iterable[Label]) -> Box:
    """Give the box that holds all of the labels, of which there is at least one."""
    boxes = [label.box for label in labels]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def shift(labels: Iterable[Label], across: float, down: float) -> tuple[Label, ...]:
    """Give the labels shifted together."""
    return tuple(replace(label, x=label.x + across, y=label.y + down) for label in labels)


def avoid_overlaps(groups: Iterable[tuple[Label, ...]]) -> tuple[Label, ...]:
    """Place groups of labels in turn; a group that touches an earlier one moves down until it does not."""
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
    """Set several lines of text under each other, like the first label in all but the words."""
    return tuple(replace(first, y=first.y + number * leading, text=text) for number, text in enumerate(texts))


def fit_between(group: tuple[Label, ...], left: float, right: float) -> tuple[Label, ...]:
    """Shift a group sideways into the room between two edges."""
    box = bounds(group)
    return shift(group, max(left - box[0], 0.0) + min(right - box[2], 0.0), 0.0)
