"""A histogram of scores: the number of contributions at each whole score from 0 to 100."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Histogram:
    """The number of contributions by rounded score; a score without any may be absent."""

    counts: Mapping[int, int] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """Return the number of contributions."""
        return sum(self.counts.values())

    def quantile(self, share: Fraction) -> Fraction:
        """Return a quantile, for a share of 0 to 1; there must be at least one contribution.

        It is the quantile of type 7 (Hyndman and Fan, The American Statistician 50 (1996), 361-365): linear
        between the scores in order. Of the scores 40 and 60 the quantile 1/4 is 45.
        """
        # Whole numbers, because the arithmetic of Fraction would take most of the time of a publication.
        rank, rest = divmod((self.n - 1) * share.numerator, share.denominator)
        below = self._ordered(rank)
        above = self._ordered(rank + 1) if rest else below
        return Fraction(below * share.denominator + rest * (above - below), share.denominator)

    def count_near(self, value: int, within: int) -> int:
        """Return the number of contributions at most ``within`` points from a value."""
        return sum(count for points, count in self.counts.items() if abs(points - value) <= within)

    def _ordered(self, rank: int) -> int:
        for points in sorted(self.counts):
            rank -= self.counts[points]
            if rank < 0:
                return points
        raise IndexError(rank)
