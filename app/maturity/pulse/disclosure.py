"""What may be published of a pulse after what was published before: nothing that singles out a few people.

Every published table is a sum over a set of people. Whoever keeps all of them can add and subtract them at
will; what comes out then speaks of those people whose weight in the sum is not nought. A publication is
refused if any such sum could speak of one to four people alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

MINIMUM_PEOPLE = 5

# A class of people: of one group, having answered after one publication and before the next.
PeopleClass = tuple[str, int]

# Beyond so many ways to name few people the answer is no, rather than late.
_MOST_CHOICES = 3000


def published_tables(
    groups: Iterable[str], published: Sequence[tuple[str, ...]]
) -> list[frozenset[PeopleClass]]:
    """Give the people of every table that was published: the whole, and each group that was shown.

    ``published`` names the groups shown in each publication; the n-th holds those who answered until then.
    """
    known = tuple(groups)
    found = []
    for number, shown in enumerate(published):
        for members in (known, *((group,) for group in shown)):
            found.append(frozenset((group, each) for group in members for each in range(number + 1)))
    return found


def singles_out(sets: Sequence[frozenset[PeopleClass]], people: Mapping[PeopleClass, int]) -> bool:
    """Say whether some sum of the tables over the sets speaks of one to four people and of nobody else."""
    columns: dict[tuple[bool, ...], int] = {}
    for each, count in people.items():
        signature = tuple(each in members for members in sets)
        # Who stands in the same tables all along cannot be told apart.
        if count and any(signature):
            columns[signature] = columns.get(signature, 0) + count
    large = [signature for signature, count in columns.items() if count >= MINIMUM_PEOPLE]
    small = [signature for signature, count in columns.items() if count < MINIMUM_PEOPLE]
    sums = _sums_without(large, small, len(sets))
    return bool(sums) and _few(sums, [columns[signature] for signature in small])


def _sums_without(
    large: Sequence[tuple[bool, ...]], small: Sequence[tuple[bool, ...]], tables: int
) -> list[list[Fraction]]:
    """Give a basis of the sums in which no large class has a weight, by their weights of the small ones."""
    rows = [[Fraction(signature[table]) for signature in (*large, *small)] for table in range(tables)]
    left = _reduced(rows)
    return [row[len(large) :] for row in left if not any(row[: len(large)])]


def _few(sums: Sequence[Sequence[Fraction]], counts: Sequence[int]) -> bool:
    """Say whether a combination of the sums gives weight to fewer people than may be told apart."""
    tried = 0
    for size in range(1, min(MINIMUM_PEOPLE, len(counts) + 1)):
        for chosen in combinations(range(len(counts)), size):
            tried += 1
            if sum(counts[place] for place in chosen) >= MINIMUM_PEOPLE:
                continue
            others = [place for place in range(len(counts)) if place not in chosen]
            rest = _reduced([[row[place] for place in others] for row in sums])
            if tried > _MOST_CHOICES or len(rest) < len(sums):
                return True
    return False


def _reduced(rows: Sequence[Sequence[Fraction]]) -> list[list[Fraction]]:
    """Bring rows into echelon form by Gauss's elimination, without those that turn to nought."""
    left = [list(row) for row in rows]
    done: list[list[Fraction]] = []
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        done.append(pivot)
        for row in left:
            if row[column]:
                factor = row[column] / pivot[column]
                row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
    return done
