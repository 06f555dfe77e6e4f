from dataclasses import replace
from datetime import date

import pytest

from app.maturity.review import review_day
from tests.figures.cast import card


@pytest.mark.parametrize(
    ("completed", "review"),
    [
        ("2026-11-01", "2027-05-01"),
        ("2026-12-31", "2027-06-30"),
        # 2027 and 2100 are no leap years, 2028 is one.
        ("2026-08-31", "2027-02-28"),
        ("2027-08-31", "2028-02-29"),
        ("2027-08-29", "2028-02-29"),
        ("2026-08-28", "2027-02-28"),
        ("2099-08-30", "2100-02-28"),
        ("2026-03-31", "2026-09-30"),
        ("2026-05-31", "2026-11-30"),
        ("2026-06-30", "2026-12-30"),
        ("2028-02-29", "2028-08-29"),
        ("2026-07-01", "2027-01-01"),
    ],
)
def test_the_review_is_six_months_later_or_on_the_last_day_of_a_shorter_month(
    completed: str, review: str
) -> None:
    complete = card("bellatrix")
    assessment = replace(complete.assessment, completed_on=date.fromisoformat(completed))

    found = review_day(replace(complete, assessment=assessment))

    assert found == date.fromisoformat(review)


def test_an_interim_result_and_one_without_a_day_have_no_review() -> None:
    complete = card("bellatrix")
    undated = replace(complete, assessment=replace(complete.assessment, completed_on=None))

    assert review_day(replace(complete, complete=False)) is None
    assert review_day(undated) is None
