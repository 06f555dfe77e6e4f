from datetime import date

import pytest

from app.maturity.iso_dates import parse_iso_day, parse_month


def test_a_day_is_written_year_month_day() -> None:
    assert parse_iso_day("2026-10-01") == date(2026, 10, 1)


def test_a_month_is_its_first_day() -> None:
    assert parse_month("2026-10") == date(2026, 10, 1)


@pytest.mark.parametrize("text", ["20261001", "2026-W40-4", "2026-10-1", " 2026-10-01", "٢٠٢٦-١٠-٠١", ""])
def test_another_form_of_a_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an ISO day"):
        parse_iso_day(text)


@pytest.mark.parametrize("text", ["202610", "2026-1", "2026-W4", "2026", ""])
def test_another_form_of_a_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an ISO day"):
        parse_month(text)


def test_a_day_that_the_calendar_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        parse_iso_day("2026-02-29")
