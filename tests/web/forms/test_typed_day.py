from datetime import date

import pytest

from app.web.forms.typed_day import TypedDay, read_day

FIRST_OF_OCTOBER = date(2026, 10, 1)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "2026-10-01",
            "1/10/2026",
            "01/10/2026",
            "01.10.2026",
            "1-10-2026",
            "1 10 2026",
            "1\u00a010\u00a02026",
        ),
        *(
            "1 October 2026",
            "1st October, 2026",
            "1 oct 2026",
            "1 Oct. 2026",
            "1er octobre 2026",
            "1 OCTOBRE 2026",
        ),
        "2026/10/01",
    ],
)
def test_a_day_is_read_as_people_write_it_in_both_languages(typed: str) -> None:
    assert read_day(typed) == TypedDay(FIRST_OF_OCTOBER)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 4 2026", date(2026, 4, 3)),
        ("29 février 2024", date(2024, 2, 29)),
        ("29 fevrier 2024", date(2024, 2, 29)),
        ("1 mar 2026", date(2026, 3, 1)),
        ("1 juil. 2026", date(2026, 7, 1)),
        ("15 aout 2026", date(2026, 8, 15)),
    ],
)
def test_the_day_stands_before_the_month_and_accents_may_be_left_out(typed: str, day: date) -> None:
    assert read_day(typed).day == day


@pytest.mark.parametrize("typed", ["10/2026", "2026-10", "October 2026", "octobre", "2026"])
def test_a_date_without_its_day_says_so(typed: str) -> None:
    assert read_day(typed) == TypedDay(missing="day")


@pytest.mark.parametrize("typed", ["1/10", "1 October", "1er oct"])
def test_a_date_without_its_year_says_so(typed: str) -> None:
    assert read_day(typed) == TypedDay(missing="year")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "31/4/2026",
            "29 2 2023",
            "2026-13-01",
            "0/1/2026",
            "0000-01-01",
            "1/10/26",
            "20261001",
            "2026-W40-4",
        ),
        *(
            "yesterday",
            "1 ju 2026",
            "1 jui 2026",
            "1 Octopus 2026",
            "1 10 2026 5",
            "",
            "/",
            "١/10/2026",
            "1💩0/1/2026",
        ),
    ],
)
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed) == TypedDay()
