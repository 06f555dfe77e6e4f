from datetime import date

import pytest

from app.maturity.calendar_years import years_before


@pytest.mark.parametrize(
    ("day", "years", "before"),
    [
        ("2026-11-29", 1, "2025-11-29"),
        ("2024-02-29", 1, "2023-02-28"),
        ("2024-02-29", 4, "2020-02-29"),
        ("0003-05-01", 3, "0001-01-01"),
    ],
)
def test_the_same_day_some_years_before(day: str, years: int, before: str) -> None:
    assert years_before(date.fromisoformat(day), years) == date.fromisoformat(before)
