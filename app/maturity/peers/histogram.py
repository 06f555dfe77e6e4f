"""A histogram of whole points: how many contributions stand at each score of 0 to 100."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Histogram:
    """Contributions by their rounded score; a score nobody has may be absent."""

    counts: Mapping[int, int] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """Count the contributions."""
        return sum(self.counts.values())

    def quantile(self, share: Fraction) -> Fraction:
        """Give the quantile of type 7, linear between the scores in order; somebody must have contributed."""
        place = (self.n - 1) * share
        below = self._ordered(place.numerator // place.denominator)
        above = self._ordered(-(-place.numerator // place.denominator))
        return below + (place - place.numerator // place.denominator) * (above - below)

    def count_near(self, value: int, within: int) -> int:
        """Count the contributions within some points of a value, both ends included."""
        return sum(count for points, count in self.counts.items() if abs(points - value) <= within)

    def _ordered(self, rank: int) -> Fraction:
        for points in sorted(self.counts):
            rank -= self.counts[points]
            if rank < 0:
                return Fraction(points)
        raise IndexError(rank)
