from datetime import date

import pytest

from app.maturity.calendar_months import add_months


@pytest.mark.parametrize(
    ("day", "months", "other"),
    [
        ("2026-11-29", -12, "2025-11-29"),
        ("2024-02-29", -12, "2023-02-28"),
        ("2024-02-29", -48, "2020-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("0003-05-01", -36, "0001-01-01"),
        ("0001-05-01", -4, "0001-01-01"),
    ],
)
def test_the_same_day_of_another_month_or_its_last(day: str, months: int, other: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(other)
