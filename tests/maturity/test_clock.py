from datetime import UTC, date, datetime, timedelta, timezone

from app.maturity.clock import earliest_day, latest_day, utc_day, utc_now

_EVENING_IN_LOS_ANGELES = datetime(2026, 10, 1, 20, tzinfo=timezone(timedelta(hours=-7)))


def test_the_clock_returns_the_moment_in_utc() -> None:
    assert utc_now().utcoffset() == timedelta(0)


def test_the_day_of_a_moment_is_its_day_in_utc_wherever_it_was_read() -> None:
    assert utc_day(_EVENING_IN_LOS_ANGELES) == date(2026, 10, 2)


def test_until_ten_in_utc_the_latest_day_is_the_day_in_utc() -> None:
    assert latest_day(datetime(2026, 10, 1, 9, 59, tzinfo=UTC)) == date(2026, 10, 1)


def test_from_ten_in_utc_the_latest_day_is_the_next_one() -> None:
    assert latest_day(datetime(2026, 10, 1, 10, 0, tzinfo=UTC)) == date(2026, 10, 2)


def test_no_time_zone_has_a_later_day_than_the_latest_day() -> None:
    for hour in range(24):
        moment = datetime(2026, 10, 1, hour, tzinfo=UTC)
        local = [moment.astimezone(timezone(timedelta(hours=offset))).date() for offset in range(-12, 15)]

        assert max(local) == latest_day(moment)


def test_no_time_zone_has_an_earlier_day_than_the_earliest_day() -> None:
    for hour in range(24):
        moment = datetime(2026, 10, 1, hour, tzinfo=UTC)
        local = [moment.astimezone(timezone(timedelta(hours=offset))).date() for offset in range(-12, 15)]

        assert min(local) == earliest_day(moment)
