import pytest

from app.typesetting.text.arabic import is_arabic, join_letters


@pytest.mark.parametrize(
    ("letters", "forms"),
    [
        ("ب", "\ufe8f"),
        ("بب", "\ufe91\ufe90"),
        ("ببب", "\ufe91\ufe92\ufe90"),
        ("دب", "\ufea9\ufe8f"),  # dal joins nobody after it
        ("بد", "\ufe91\ufeaa"),
        ("پچ", "\ufb58\ufb7b"),  # Persian
        ("ٹے", "\ufb68\ufbaf"),  # Urdu
        ("ب ب", "\ufe8f \ufe8f"),
        ("بaب", "\ufe8fa\ufe8f"),
        ("ء", "\ufe80"),
    ],
)
def test_letters_take_the_forms_that_their_neighbours_ask_for(letters: str, forms: str) -> None:
    assert join_letters(letters) == forms


def test_lam_and_alef_become_one() -> None:
    assert join_letters("لا") == "\ufefb"
    assert join_letters("سلام") == "\ufeb3\ufefc\ufee1"
    assert join_letters("لأ لإ لآ") == "\ufef7 \ufef9 \ufef5"


def test_marks_stay_on_their_letters_and_part_nobody() -> None:
    assert join_letters("بَب") == "\ufe91\u064e\ufe90"
    assert join_letters("لَا") == "\ufefb\u064e"


def test_joiners_are_obeyed_and_not_drawn() -> None:
    assert join_letters("ب\u200cب") == "\ufe8f\ufe8f"
    assert join_letters("ب\u200d") == "\ufe91"
    assert join_letters("بـ") == "\ufe91ـ"


def test_a_letter_without_forms_stays_and_joins_nobody() -> None:
    assert join_letters("بݐب") == "\ufe8fݐ\ufe8f"


def test_other_text_is_left_alone() -> None:
    assert join_letters("abc אב 12") == "abc אב 12"
    assert not is_arabic("abc אב 12 ٣")
    assert is_arabic("a ب")
