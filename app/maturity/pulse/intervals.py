"""95% intervals of shares and of their differences: Wilson’s and Newcombe’s (docs/method.md section 3.3).

Shares are exact fractions; the bounds of an interval contain a square root and are floats.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

# The 97.5% quantile of the standard normal distribution.
Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """A lower and an upper bound as proportions: 0.62 is 62%."""

    lower: float
    upper: float

    @property
    def excludes_zero(self) -> bool:
        """Return whether zero lies outside the interval."""
        return self.lower > 0 or self.upper < 0

    def hull(self, other: "Interval") -> "Interval":
        """Return the smallest interval that contains both."""
        return Interval(min(self.lower, other.lower), max(self.upper, other.upper))


def wilson(count: int, n: int) -> Interval:
    """Return Wilson’s score interval of a share of ``count`` in ``n``, without continuity correction.

    ``count`` is 0 to ``n`` and ``n`` at least 1, else ValueError is raised. The bounds are from 0 to 1, for
    example 0.2366 and 0.7634 for 5 of 10. Wilson, JASA 22 (1927), 209-212.
    """
    if not 0 <= count <= n or n < 1:
        raise ValueError(f"{count} of {n} is no share")
    middle = 2 * count + Z * Z
    reach = Z * sqrt(Z * Z + 4 * count * (n - count) / n)
    below = 2 * (n + Z * Z)
    # At the ends the exact bounds are 0 and 1, which floats would miss by a rounding error.
    lower = 0.0 if count == 0 else (middle - reach) / below
    upper = 1.0 if count == n else (middle + reach) / below
    return Interval(max(0.0, lower), min(1.0, upper))


def newcombe(count: int, n: int, other_count: int, other_n: int) -> Interval:
    """Return Newcombe’s hybrid score interval of the first share minus the other.

    The bounds are from -1 to 1. Counts and numbers as for ``wilson``. It is method 10 in Newcombe, Statistics
    in Medicine 17 (1998), 873-890.
    """
    share, other_share = count / n, other_count / other_n
    one, other = wilson(count, n), wilson(other_count, other_n)
    difference = float(Fraction(count, n) - Fraction(other_count, other_n))
    down = sqrt((share - one.lower) ** 2 + (other.upper - other_share) ** 2)
    up = sqrt((one.upper - share) ** 2 + (other_share - other.lower) ** 2)
    return Interval(difference - down, difference + up)
