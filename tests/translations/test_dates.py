from datetime import UTC, date, datetime

import pytest

from app.maturity.text import Language
from app.translations.dates import format_day, format_minute, weekday_names


@pytest.mark.parametrize(("language", "day"), [("en", "1 October 2026"), ("fr", "1er octobre 2026")])
def test_a_day_is_written_in_full(language: Language, day: str) -> None:
    assert format_day(date(2026, 10, 1), language) == day


@pytest.mark.parametrize(
    ("language", "minute"),
    [("en", "11 October 2026, 09:05 UTC"), ("fr", "11 octobre 2026, 9\u00a0h\u00a005 (UTC)")],
)
def test_a_time_is_written_to_the_minute(language: Language, minute: str) -> None:
    assert format_minute(datetime(2026, 10, 11, 9, 5, 59, tzinfo=UTC), language) == minute


@pytest.mark.parametrize(
    ("language", "first", "last"), [("en", "Monday", "Sunday"), ("fr", "lundi", "dimanche")]
)
def test_the_week_begins_on_monday(language: Language, first: str, last: str) -> None:
    assert (weekday_names(language)[0], weekday_names(language)[-1]) == (first, last)
