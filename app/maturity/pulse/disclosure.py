"""The rule that no publication of a pulse singles out a few people (docs/method.md section 3.3).

Every published table is a sum over a set of people. An observer who keeps all tables can add and subtract
them; the result describes the people whose weight in the sum is not zero. A publication is refused if such a
sum could describe one to four people alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

MINIMUM_PEOPLE = 5

# The people of one group who answered after one publication and before the next.
PeopleClass = tuple[str, int]

# After so many combinations the publication is refused, so that the answer is never late.
_MOST_CHOICES = 3000


def published_tables(
    groups: Iterable[str], published: Sequence[tuple[str, ...]]
) -> list[frozenset[PeopleClass]]:
    """Return the classes of people in every published table: the total, and each shown group.

    ``published`` holds the groups shown in each publication; publication n counts everyone who answered until
    then.
    """
    known = tuple(groups)
    tables = []
    for number, shown in enumerate(published):
        for members in (known, *((group,) for group in shown)):
            tables.append(frozenset((group, each) for group in members for each in range(number + 1)))
    return tables


def singles_out(sets: Sequence[frozenset[PeopleClass]], people: Mapping[PeopleClass, int]) -> bool:
    """Return whether some sum of the tables describes one to four people and no others.

    ``sets`` are the classes of people in each table, ``people`` the number of people in each class. For
    example, with 12 people in a total and 9 of them in one shown group, the difference describes 3 people:
    true.
    """
    columns: dict[tuple[bool, ...], int] = {}
    for each, count in people.items():
        signature = tuple(each in members for members in sets)
        # People in exactly the same tables are indistinguishable.
        if count and any(signature):
            columns[signature] = columns.get(signature, 0) + count
    large = [signature for signature, count in columns.items() if count >= MINIMUM_PEOPLE]
    small = [signature for signature, count in columns.items() if count < MINIMUM_PEOPLE]
    sums = _sums_without(large, small, len(sets))
    return bool(sums) and _few(sums, [columns[signature] for signature in small])


def _sums_without(
    large: Sequence[tuple[bool, ...]], small: Sequence[tuple[bool, ...]], tables: int
) -> list[list[Fraction]]:
    """Return a basis of the sums in which no large class has a weight, as weights of the small classes."""
    rows = [[Fraction(signature[table]) for signature in (*large, *small)] for table in range(tables)]
    left = _reduced(rows)
    return [row[len(large) :] for row in left if not any(row[: len(large)])]


def _few(sums: Sequence[Sequence[Fraction]], counts: Sequence[int]) -> bool:
    """Return whether a combination of the sums gives weight to fewer than MINIMUM_PEOPLE people."""
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
    """Return the rows in echelon form by Gaussian elimination, without rows of zeros."""
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
