import pytest

from app.typesetting.text.arabic import is_arabic, shaped


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
    assert shaped(letters) == forms


def test_lam_and_alef_become_one() -> None:
    assert shaped("لا") == "\ufefb"
    assert shaped("سلام") == "\ufeb3\ufefc\ufee1"
    assert shaped("لأ لإ لآ") == "\ufef7 \ufef9 \ufef5"


def test_marks_stay_on_their_letters_and_part_nobody() -> None:
    assert shaped("بَب") == "\ufe91\u064e\ufe90"
    assert shaped("لَا") == "\ufefb\u064e"


def test_joiners_are_obeyed_and_not_drawn() -> None:
    assert shaped("ب\u200cب") == "\ufe8f\ufe8f"
    assert shaped("ب\u200d") == "\ufe91"
    assert shaped("بـ") == "\ufe91ـ"


def test_a_letter_without_forms_stays_and_joins_nobody() -> None:
    assert shaped("بݐب") == "\ufe8fݐ\ufe8f"


def test_other_text_is_left_alone() -> None:
    assert shaped("abc אב 12") == "abc אב 12"
    assert not is_arabic("abc אב 12 ٣")
    assert is_arabic("a ب")
