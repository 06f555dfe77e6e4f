"""A number of the scorecard: exact inside, rounded once at the edge."""

from dataclasses import dataclass
from fractions import Fraction

# Beside a count in steps of five nobody can tell whether one more person has come.
COUNT_STEP = 5


def half_up(value: Fraction, digits: int = 0) -> Fraction:
    """Round to a number of decimals, halves away from minus infinity."""
    scale = 10**digits
    # Whole numbers throughout: fractions would cost a tenth of the time of scoring a file.
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
        """Give the whole points that are shown, rounded half up."""
        return int(half_up(self.exact))
