"""The level that kept quotes suggest for a practice (docs/policy-reader.md)."""

from collections.abc import Collection

from app.maturity.policy.cue import MATTERS_FOR_TWO, PolicyReading


def suggested_level(
    reading: PolicyReading,
    *,
    kept: bool,
    confirmed: bool,
    current: int | None,
    matters: Collection[str] = (),
) -> int | None:
    """Return the level to suggest, or None.

    ``kept`` says whether a quote was kept, ``matters`` what the kept quotes settle, ``confirmed`` whether the
    person confirmed what no text can show. A level that the ``current`` answer already reaches is not
    suggested.
    """
    level = _level(reading, confirmed=confirmed) if kept else 0
    if reading.two_matters and len(set(matters)) < MATTERS_FOR_TWO:
        level = min(level, 1)
    return level if level > (current or 0) else None


def _level(reading: PolicyReading, *, confirmed: bool) -> int:
    return reading.confirmed if confirmed else reading.alone
