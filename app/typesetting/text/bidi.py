"""The order in which a line's characters stand: the Unicode Bidirectional Algorithm (UAX #9, revision 50).

Overrides, embeddings and isolates are never in our texts (``legible`` removes them), so the rules X1 to X8
have nothing to do; whoever needs them needs a library.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

_PAIRS = "()[]{}⟨⟩〈〉《》「」『』【】〔〕〖〗（）［］｛｝"
_MIRRORED_ONLY = "<>«»‹›≤≥"
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_MIRROR = str.maketrans(
    (_PAIRS + _MIRRORED_ONLY)[::2] + (_PAIRS + _MIRRORED_ONLY)[1::2],
    (_PAIRS + _MIRRORED_ONLY)[1::2] + (_PAIRS + _MIRRORED_ONLY)[::2],
)
_STRONG = {"L": 0, "R": 1, "AL": 1}
_NEUTRAL = ("B", "S", "WS", "ON")
# Rule BD16: with more brackets open than this, none is paired.
_DEEPEST = 63

# What nobody sees is ignored: it takes the class of what stands before it (rule W1, and X9 in effect).
_IGNORED = ("NSM", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def base_level(text: str) -> int:
    """Give 1 for a paragraph whose first strong character runs from right to left, else 0 (rules P2, P3)."""
    classes = map(unicodedata.bidirectional, text)
    return next((_STRONG[each] for each in classes if each in _STRONG), 0)


def embedding_levels(text: str, base: int) -> list[int]:
    """Give each character’s level in a paragraph of a base level: odd ones run from right to left."""
    classes = [unicodedata.bidirectional(character) or "L" for character in text]
    edge = "R" if base else "L"
    _weak(classes, edge)
    _brackets(text, classes, base)
    _neutral(classes, edge)
    return [base + _IMPLICIT[base][each] for each in classes]


# Rules I1 and I2.
_IMPLICIT = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"R": 0, "L": 1, "EN": 1, "AN": 1})


def reorder(deep: Sequence[int]) -> list[int]:
    """Give the places of levelled pieces from left to right (rule L2)."""
    order = list(range(len(deep)))
    lowest = min((each for each in deep if each % 2), default=1)
    for level in range(max(deep, default=0), lowest - 1, -1):
        placed: list[int] = []
        for is_turned, group in groupby(order, lambda place: deep[place] >= level):  # noqa: B023  used at once
            run = list(group)
            placed.extend(reversed(run) if is_turned else run)
        order = placed
    return order


def mirror(text: str) -> str:
    """Turn brackets and their like round, as they stand in text from right to left (rule L4)."""
    return text.translate(_MIRROR)


def _weak(classes: list[str], edge: str) -> None:
    """Resolve what depends on its neighbours: marks, numbers, and the signs in and about them (W1 to W7)."""
    _each(classes, edge, lambda each, before, _: before if each in _IGNORED else each)
    strong = edge
    for place, each in enumerate(classes):
        if each in _STRONG:
            strong = each
        elif each == "EN" and strong == "AL":
            classes[place] = "AN"
    _each(classes, edge, lambda each, _, __: "R" if each == "AL" else each)
    _each(classes, edge, _separator)
    _terminators(classes)
    strong = edge
    for place, each in enumerate(classes):
        if each in ("ES", "ET", "CS"):
            classes[place] = "ON"
        elif each in _STRONG:
            strong = each
        elif each == "EN" and strong == "L":
            classes[place] = "L"


def _each(classes: list[str], edge: str, change: Callable[[str, str, str], str]) -> None:
    """Change each class by itself, what stands before it, already changed, and what follows."""
    before = edge
    for place, each in enumerate(classes):
        after = classes[place + 1] if place + 1 < len(classes) else edge
        before = classes[place] = change(each, before, after)


def _separator(each: str, before: str, after: str) -> str:
    if before == after and ((each == "CS" and before in ("EN", "AN")) or (each == "ES" and before == "EN")):
        return before
    return each


def _terminators(classes: list[str]) -> None:
    for start, end, each in list(_runs(classes, lambda each: each == "ET")):
        if each and "EN" in (*classes[max(start - 1, 0) : start], *classes[end : end + 1]):
            classes[start:end] = ["EN"] * (end - start)


def _brackets(text: str, classes: list[str], base: int) -> None:
    """Give both brackets of a pair the direction of what they hold, or of what stands before (N0)."""
    own, other = ("R", "L") if base else ("L", "R")
    for start, end in _bracket_pairs(text, classes):
        inside = {_direction(each) for each in classes[start + 1 : end]}
        if own in inside:
            found = own
        elif other in inside:
            before = next((_direction(each) for each in reversed(classes[:start]) if _direction(each)), own)
            found = other if before == other else own
        else:
            continue
        for bracket in (start, end):
            classes[bracket] = found
            _marks_follow(text, classes, bracket)


def _marks_follow(text: str, classes: list[str], place: int) -> None:
    for after in range(place + 1, len(text)):
        if unicodedata.bidirectional(text[after]) not in _IGNORED:
            break
        classes[after] = classes[place]


def _bracket_pairs(text: str, classes: list[str]) -> list[tuple[int, int]]:
    pairs, open_ones = [], list[tuple[str, int]]()
    for place, character in enumerate(text):
        if classes[place] != "ON":
            continue
        if character in _CLOSING:
            if len(open_ones) == _DEEPEST:
                return []
            open_ones.append((_CLOSING[character], place))
        elif any(character == closing for closing, _ in open_ones):
            while open_ones[-1][0] != character:
                open_ones.pop()
            pairs.append((open_ones.pop()[1], place))
    return sorted(pairs)


def _neutral(classes: list[str], edge: str) -> None:
    """Give neutrals the direction of both their neighbours, or the paragraph’s (N1, N2)."""
    for start, end, is_neutral in list(_runs(classes, lambda each: each in _NEUTRAL)):
        if is_neutral:
            before = _direction(classes[start - 1]) if start else edge
            after = _direction(classes[end]) if end < len(classes) else edge
            classes[start:end] = [before if before == after else edge] * (end - start)


def _direction(each: str) -> str:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(each, "")


def _runs(classes: list[str], test: Callable[[str], bool]) -> Iterator[tuple[int, int, bool]]:
    place = 0
    for found, group in groupby(classes, test):
        length = sum(1 for _ in group)
        yield place, place + length, found
        place += length
