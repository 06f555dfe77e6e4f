from datetime import date

import pytest

from app.maturity.review import ReviewChoice, chosen_day, is_possible, review_day

COMPLETED = date(2026, 11, 1)


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
def test_the_usual_review_is_six_months_later_or_on_the_last_day_of_a_shorter_month(
    completed: str, review: str
) -> None:
    assert review_day(ReviewChoice(), date.fromisoformat(completed)) == date.fromisoformat(review)


def test_before_the_first_completion_there_is_a_review_only_if_it_is_chosen() -> None:
    assert review_day(ReviewChoice(), None) is None
    assert review_day(ReviewChoice(date(2027, 2, 1)), None) == date(2027, 2, 1)


def test_a_chosen_day_holds_until_a_completion_overtakes_it() -> None:
    choice = ReviewChoice(date(2027, 2, 1), 3)

    assert review_day(choice, COMPLETED) == chosen_day(choice, COMPLETED) == date(2027, 2, 1)
    assert review_day(choice, date(2027, 1, 31)) == date(2027, 2, 1)
    assert review_day(choice, date(2027, 2, 1)) == date(2027, 8, 1)
    assert chosen_day(choice, date(2027, 2, 1)) is None


def test_a_day_that_is_over_or_not_after_the_completion_cannot_be_chosen() -> None:
    assert is_possible(date(2026, 11, 2), COMPLETED, date(2026, 11, 2))
    assert not is_possible(date(2026, 11, 1), COMPLETED, date(2026, 10, 1))
    assert not is_possible(date(2026, 11, 2), COMPLETED, date(2026, 11, 3))
    assert not is_possible(date(2200, 1, 1), None, date(2026, 11, 3))
