"""Intervals of shares and of their differences at 95%: Wilson’s and Newcombe’s (docs/method.md, 3.2).

Shares are exact; an interval has a square root in it and is a float.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

# The point that a normal variable exceeds either way once in twenty.
Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """From a lower to an upper bound, in parts of one."""

    lower: float
    upper: float

    @property
    def excludes_zero(self) -> bool:
        """Say whether the whole interval lies on one side of zero."""
        return self.lower > 0 or self.upper < 0

    def hull(self, other: "Interval") -> "Interval":
        """Give the smallest interval that holds both."""
        return Interval(min(self.lower, other.lower), max(self.upper, other.upper))


def wilson(count: int, n: int) -> Interval:
    """Give Wilson’s score interval of a share of ``count`` in ``n``, without continuity correction.

    ``n`` is at least 1; the bounds lie within 0 and 1. Wilson, JASA 22 (1927), 209-212.
    """
    if not 0 <= count <= n or n < 1:
        raise ValueError(f"{count} of {n} is no share")
    middle = 2 * count + Z * Z
    reach = Z * sqrt(Z * Z + 4 * count * (n - count) / n)
    below = 2 * (n + Z * Z)
    # At the ends the exact bounds are 0 and 1; floats would miss them by a hair.
    lower = 0.0 if count == 0 else (middle - reach) / below
    upper = 1.0 if count == n else (middle + reach) / below
    return Interval(max(0.0, lower), min(1.0, upper))


def newcombe(count: int, n: int, other_count: int, other_n: int) -> Interval:
    """Give Newcombe’s hybrid score interval of the first share less the other.

    The method numbered 10 in Newcombe, Statistics in Medicine 17 (1998), 873-890.
    """
    share, other_share = count / n, other_count / other_n
    one, other = wilson(count, n), wilson(other_count, other_n)
    difference = float(Fraction(count, n) - Fraction(other_count, other_n))
    down = sqrt((share - one.lower) ** 2 + (other.upper - other_share) ** 2)
    up = sqrt((one.upper - share) ** 2 + (other_share - other.lower) ** 2)
    return Interval(difference - down, difference + up)
