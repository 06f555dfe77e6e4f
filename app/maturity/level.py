"""The five levels, and the band of scores of each (docs/method.md section 2)."""

from bisect import bisect_right
from enum import IntEnum
from fractions import Fraction


class Level(IntEnum):
    """The maturity of a practice; every practice has the same five levels."""

    ABSENT = 0
    AD_HOC = 1
    DEFINED = 2
    APPLIED = 3
    PROVEN = 4

    @property
    def key(self) -> str:
        """Return the name that files use, for example ``ad_hoc``."""
        return self.name.lower()

    @property
    def points(self) -> int:
        """Return the score of a domain whose every practice is at this level: 0, 25, 50, 75 or 100."""
        return 100 * self // max(Level)


# The lowest scores of the levels Ad hoc to Proven, in points of 100 (docs/method.md section 2).
THRESHOLDS = (Fraction(25, 2), Fraction(75, 2), Fraction(125, 2), Fraction(175, 2))


def level_of(score: Fraction) -> Level:
    """Return the level that a score of 0 to 100 reaches, compared exactly: 37.5 is Defined."""
    return Level(bisect_right(THRESHOLDS, score))
