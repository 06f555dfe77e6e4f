import pytest

from app.typesetting.text.arabic import is_arabic, join_letters


@pytest.mark.parametrize(
    ("letters", "forms"),
    [
        ("ب", "\ufe8f"),
        ("بب", "\ufe91\ufe90"),
        ("ببب", "\ufe91\ufe92\ufe90"),
        ("دب", "\ufea9\ufe8f"),  # dal does not join the letter after it
        ("بد", "\ufe91\ufeaa"),
        ("پچ", "\ufb58\ufb7b"),  # Persian
        ("ٹے", "\ufb68\ufbaf"),  # Urdu
        ("ب ب", "\ufe8f \ufe8f"),
        ("بaب", "\ufe8fa\ufe8f"),
        ("ء", "\ufe80"),
        ("شيء", "\ufeb7\ufef2\ufe80"),
        ("لم", "\ufedf\ufee2"),  # the only ligature is lam with alef
    ],
)
def test_letters_take_the_forms_that_their_neighbours_require(letters: str, forms: str) -> None:
    assert join_letters(letters) == forms


def test_lam_and_alef_become_one_character() -> None:
    assert join_letters("لا") == "\ufefb"
    assert join_letters("سلام") == "\ufeb3\ufefc\ufee1"
    assert join_letters("لأ لإ لآ") == "\ufef7 \ufef9 \ufef5"


def test_marks_stay_on_their_letters_and_do_not_break_joining() -> None:
    assert join_letters("بَب") == "\ufe91\u064e\ufe90"
    assert join_letters("لَا") == "\ufefb\u064e"
    assert join_letters("بَّب") == "\ufe91\u064e\u0651\ufe90"
    assert join_letters("ب\u0301ب") == "\ufe91\u0301\ufe90"


def test_joiners_take_effect_and_are_not_drawn() -> None:
    assert join_letters("ب\u200cب") == "\ufe8f\ufe8f"
    assert join_letters("ب\u200d") == "\ufe91"
    assert join_letters("بـ") == "\ufe91ـ"
    assert join_letters("\u200dلا") == "\ufefc"
    assert join_letters("ل\u200dا ل\u200cا") == "\ufedf\ufe8e \ufedd\ufe8d"


def test_a_letter_without_forms_stays_and_does_not_join() -> None:
    assert join_letters("بݐب") == "\ufe8fݐ\ufe8f"
    assert join_letters("بݐَب") == "\ufe8fݐَ\ufe8f"


def test_a_letter_without_an_initial_form_does_not_join_the_next() -> None:
    assert join_letters("بںب") == "\ufe91\ufb9f\ufe8f"


def test_other_text_does_not_change() -> None:
    assert join_letters("abc אב 12") == "abc אב 12"
    assert join_letters("(ب) «ب» [١] ﷺ") == "(\ufe8f) «\ufe8f» [١] ﷺ"
    assert join_letters("") == ""
    assert not is_arabic("abc אב 12 ٣")
    assert is_arabic("a ب")
