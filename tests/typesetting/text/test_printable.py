import pytest

from app.translations import load_messages
from app.typesetting.text.printable import MAX_LINES, MISSING_GLYPH, printable, printable_line
from tests.figures.cast import questionnaire


@pytest.mark.parametrize(
    "text",
    [
        "Épinal, façade",
        "Łódź, Čáslav",
        "Bộ Quốc phòng Việt Nam",
        "Ελληνικά, ᾳ",
        "Кириллица, Ғылым",
        "« 62\u00a0% »\u202f!",
        "وزارة الدفاع",
        "می\u200cخواهم",
        "משרד הביטחון",
        "国防部、防衛省、국방부",
        "✓ → ⚠",
    ],
)
def test_text_in_a_supported_script_does_not_change(text: str) -> None:
    assert printable(text, 200) == text


@pytest.mark.parametrize("text", ["🚀", "र", "ก", "\ue000", "\u0378", "𝕄", "\U00020000"])
def test_a_character_without_a_glyph_becomes_a_visible_sign(text: str) -> None:
    assert printable(f"a{text}b", 200) == f"a{MISSING_GLYPH}b"


@pytest.mark.parametrize("picture", ["👩🏽\u200d🚀", "👍🏿", "👨\u200d👩\u200d👧"])
def test_an_emoji_of_several_characters_becomes_one_sign(picture: str) -> None:
    assert printable(f"a{picture}b", 200) == f"a{MISSING_GLYPH}b"


@pytest.mark.parametrize(
    "unseen",
    [
        "\u2066",
        "\u200d",
        "\u200c",
        "\u3164",
        "\u034f",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x1b",
        "\ud800",
        "\u00ad",
        "\ufe0f",
    ],
)
def test_invisible_characters_are_dropped(unseen: str) -> None:
    assert printable(f"a{unseen}b", 200) == "ab"


def test_markup_is_plain_text() -> None:
    assert printable('<b>&<img src="/etc/passwd">', 200) == '<b>&<img src="/etc/passwd">'


def test_a_text_beyond_its_limit_is_cut_with_an_ellipsis() -> None:
    assert printable("abcdef", 4) == "abc…"


def test_letters_and_their_accents_become_one_character() -> None:
    assert printable("e\u0301", 200) == "é"


def test_blank_lines_become_one() -> None:
    assert printable("a\n\n\n\nb\r\n\n", 200) == "a\n\nb"


def test_lines_beyond_the_limit_are_joined() -> None:
    shown = printable("\n".join("x" * 1000), 2000)

    assert shown.count("\n") == MAX_LINES - 1
    assert shown.count("x") == 1000


def test_a_name_is_on_one_line() -> None:
    assert printable_line(" a\n b\tc ", 200) == "a b c"


def test_every_character_of_the_questionnaire_and_interface_has_a_glyph() -> None:
    ours = "".join([*load_messages("fr"), *load_messages("fr").values(), repr(questionnaire())])

    assert MISSING_GLYPH not in printable(ours, len(ours))


def test_a_joiner_is_kept_once_and_after_arabic_letters_only() -> None:
    assert printable("می\u200c\u200c\u200dخ a\u200cb", 200) == "می\u200cخ ab"


def test_a_name_of_invisible_letters_is_empty() -> None:
    assert printable_line("\u3164\u115f \u2800\u200b", 200) == ""
