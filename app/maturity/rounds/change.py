"""The difference of two scores, exact and as it is shown."""

from dataclasses import dataclass
from fractions import Fraction

from app.maturity.score import half_up


@dataclass(frozen=True, slots=True)
class Change:
    """Points gained, or lost if negative, as an exact fraction."""

    exact: Fraction

    @property
    def rounded(self) -> int:
        """Return the whole points that are shown: 2.5 is 3, −2.5 is −3, and −0.4 is 0."""
        return int(self.to(0))

    def to(self, digits: int) -> Fraction:
        """Return the points to a number of decimals, halves away from zero: up and down look alike."""
        size = half_up(abs(self.exact), digits)
        return size if self.exact > 0 else -size
