"""The five levels of the ladder and the band of scores that each one names."""

from enum import IntEnum
from fractions import Fraction


class Level(IntEnum):
    """How far a practice has come: the same five steps for every practice."""

    ABSENT = 0
    AD_HOC = 1
    DEFINED = 2
    APPLIED = 3
    PROVEN = 4

    @property
    def key(self) -> str:
        """Give the name that files use, for example ``ad_hoc``."""
        return self.name.lower()


# Upper bounds, exclusive, in points of 100 (docs/method.md section 2).
_BANDS = (
    (Fraction(25, 2), Level.ABSENT),
    (Fraction(75, 2), Level.AD_HOC),
    (Fraction(125, 2), Level.DEFINED),
    (Fraction(175, 2), Level.APPLIED),
)


def level_of(score: Fraction) -> Level:
    """Give the level that a score of 0 to 100 reaches, tested on the exact value."""
    return next((level for bound, level in _BANDS if score < bound), Level.PROVEN)
