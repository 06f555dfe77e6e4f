"""A second implementation of the comparison of two rounds, from docs/method.md alone, to check ours by.

A round is the letters of the questions that it asks, its gates, and the choices made, by question id.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class PlainRound:
    letters: dict[str, str]
    gates: frozenset[str]
    choices: dict[str, str]


def level(choice: str) -> int:
    return 0 if choice == "unknown" else int(choice)


def is_level(choice: str | None) -> bool:
    return choice is not None and choice != "not_applicable"


def shared_ids(before: PlainRound, after: PlainRound) -> list[str]:
    return [
        id
        for id in after.letters
        if id in before.letters and is_level(before.choices.get(id)) and is_level(after.choices.get(id))
    ]


def readiness(levels: dict[str, int], letters: dict[str, str]) -> Fraction | None:
    """Return the mean of the domain scores of some levels."""
    by_domain: dict[str, list[int]] = {}
    for id, value in levels.items():
        by_domain.setdefault(letters[id], []).append(value)
    means = [Fraction(sum(each), len(each)) * 25 for each in by_domain.values()]
    return sum(means, Fraction(0)) / len(means) if means else None


def scores(
    before: PlainRound, after: PlainRound, letter: str | None = None
) -> tuple[Fraction, Fraction] | None:
    """Return both like-for-like scores, overall or of one domain."""
    ids = [id for id in shared_ids(before, after) if letter in (None, after.letters[id])]
    old, new = (
        readiness({id: level(each.choices[id]) for id in ids}, after.letters) for each in (before, after)
    )
    return None if old is None or new is None else (old, new)


def moved(before: PlainRound, after: PlainRound) -> dict[str, Fraction]:
    """Return by how much overall readiness differs if one question alone has its newer level."""
    old = {id: level(before.choices[id]) for id in shared_ids(before, after)}
    start = readiness(old, after.letters)
    found = {}
    for id, value in old.items():
        if level(after.choices[id]) != value and start is not None:
            changed = readiness({**old, id: level(after.choices[id])}, after.letters)
            assert changed is not None
            found[id] = changed - start
    return found


def gates(before: PlainRound, after: PlainRound) -> tuple[list[str], list[str]]:
    """Return the gates that are met now and were not, and those that are missing now and were met."""
    both = [id for id in shared_ids(before, after) if id in before.gates and id in after.gates]
    passes = {id: (level(before.choices[id]) > 1, level(after.choices[id]) > 1) for id in both}
    met = [id for id, pair in passes.items() if pair == (False, True)]
    return met, [id for id, pair in passes.items() if pair == (True, False)]


def rounded(change: Fraction) -> int:
    size = int(abs(change) * 2 + 1) // 2
    return size if change > 0 else -size
