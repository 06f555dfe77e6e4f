"""Scores: exact fractions inside, rounded once where they are shown."""

from dataclasses import dataclass
from fractions import Fraction

# A count in steps of five does not show whether one more person has answered.
COUNT_STEP = 5


def half_up(value: Fraction, digits: int = 0) -> Fraction:
    """Return a value rounded to a number of decimals, halves up: 12.5 becomes 13, and -2.5 becomes -2."""
    scale = 10**digits
    # Integers, because the arithmetic of Fraction would take a tenth of the time of scoring a file.
    doubled = 2 * scale * value.numerator
    return Fraction((doubled + value.denominator) // (2 * value.denominator), scale)


def round_down(count: int) -> int:
    """Return a number of people as it may be shown: a multiple of five, rounded down."""
    return count - count % COUNT_STEP


@dataclass(frozen=True, slots=True)
class Score:
    """Points out of 100 as an exact fraction."""

    exact: Fraction

    @property
    def rounded(self) -> int:
        """Return the whole points that are shown, 0 to 100, halves rounded up."""
        return int(half_up(self.exact))
