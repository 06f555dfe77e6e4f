"""A number of the scorecard: exact inside, rounded once at the edge."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor


def half_up(value: Fraction, digits: int = 0) -> Fraction:
    """Round to a number of decimals, halves away from minus infinity."""
    scale = 10**digits
    return Fraction(floor(value * scale + Fraction(1, 2)), scale)


@dataclass(frozen=True, slots=True)
class Score:
    """Points out of 100 as an exact fraction."""

    exact: Fraction

    @property
    def rounded(self) -> int:
        """Give the whole points that are shown, rounded half up."""
        return int(half_up(self.exact))
