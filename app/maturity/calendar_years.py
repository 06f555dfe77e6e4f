"""The same day in an earlier year."""

from datetime import date


def years_before(day: date, years: int) -> date:
    """Return the day ``years`` earlier, 28 February for 29 February; at the earliest the first day of all."""
    if day.year - years < date.min.year:
        return date.min
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
