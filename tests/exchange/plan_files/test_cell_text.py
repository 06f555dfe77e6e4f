import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.plan_files.cell_text import guard, unguard


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=", "＝SUM(A)", "＠A1", "-", "- not a list"),
        *("007", "1/2", "1E5", "1,5", "3-4", "12\u00a0%", "14:30", "9 h 30", "٣", "2026-10-01", "(12)", "$5"),
        *(
            "1 Oct 2026",
            "1er octobre 2026",
            "MAR-5",
            "déc. 25",
            "1 fevrier",
            "5 pm",
            "Mon 5 Oct 2026",
            "lundi 5 octobre 2026",
            "TRUE",
            "Faux",
        ),
    ],
)
def test_what_a_spreadsheet_would_rewrite_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Write the policy",
        "1. Ask 12 people",
        "Room 3",
        "’Tis",
        "a=1",
        "V12",
        "May",
        "True story",
        "360° review",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


def test_an_apostrophe_that_was_typed_comes_back() -> None:
    typed = ("'", "'quoted'", "'=A", "''=A", "'007")

    assert [guard(each) for each in typed] == ["'", "'quoted'", "''=A", "'''=A", "''007"]
    assert [unguard(guard(each)) for each in typed] == list(typed)


SIGNS = st.text("'=+-@\t＝", max_size=4)


@given(st.builds(str.__add__, SIGNS, st.text(max_size=6)))
def test_every_text_comes_back_and_none_is_written_as_a_formula(text: str) -> None:
    written = guard(text)

    assert unguard(written) == text
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
