import pytest

from app.typesetting.text import bidi


def visual_order(text: str) -> str:
    """Return a paragraph’s characters from left to right."""
    levels = bidi.embedding_levels(text, bidi.base_level(text))
    places = bidi.reorder(levels)
    return "".join(bidi.mirror(text[place]) if levels[place] % 2 else text[place] for place in places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", 0),
        ("אבג", 1),
        ("12 – (ع) abc", 1),
        ("12 – (a) אבג", 0),
        ("2026 – !", 0),
        ("", 0),
        ("2026\nאב", 0),  # P1: only the first paragraph counts
    ],
)
def test_the_first_strong_character_gives_the_direction(text: str, expected: int) -> None:
    assert bidi.base_level(text) == expected


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("ab אב", [0, 0, 0, 1, 1]),
        ("אב ab", [1, 1, 1, 2, 2]),
        ("אב 12", [1, 1, 1, 2, 2]),
        ("ab אב 12 cd", [0, 0, 0, 1, 1, 1, 2, 2, 0, 0, 0]),
        ("ع 1,2", [1, 1, 2, 2, 2]),  # W2, W4: a European number after Arabic letters is an Arabic one
        ("א 5%", [1, 1, 2, 2]),  # W5: the sign belongs to the number
        ("ע 1-2", [1, 1, 2, 2, 2]),  # W4
        ("ع 1-2", [1, 1, 2, 1, 2]),  # W4 is not for Arabic numbers
        ("ع ١.\u200d٢", [1, 1, 2, 2, 2, 2]),  # W4 ignores a joiner, which is invisible
    ],
)
def test_each_character_has_the_level_that_the_rules_give(text: str, levels: list[int]) -> None:
    assert bidi.embedding_levels(text, bidi.base_level(text)) == levels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("אבג", "גבא"),
        ("car אבג end", "car גבא end"),
        ("אבג car דה", "הד car גבא"),
        ("אבג 2026 דה", "הד 2026 גבא"),
        ("אב (גד) ה", "ה (דג) בא"),
        ("a (אב) c", "a (בא) c"),
        ("אב (MoD) 26", "26 (MoD) בא"),
        ("אב «ג»", "«ג» בא"),
    ],
)
def test_a_line_is_ordered_from_left_to_right(text: str, expected: str) -> None:
    assert visual_order(text) == expected


def test_brackets_take_the_direction_of_their_content() -> None:
    # N0: without it the closing bracket would stand on the wrong side of the English word.
    assert bidi.embedding_levels("אב (c)", 1) == [1, 1, 1, 1, 2, 1]
    assert bidi.embedding_levels("a (אב) c", 0) == [0, 0, 0, 1, 1, 0, 0, 0]
    assert bidi.embedding_levels("אב ⁅ג c⁆ d", 1) == [1, 1, 1, 1, 1, 1, 2, 1, 1, 2]


def test_a_bracket_after_text_of_the_other_direction_follows_it() -> None:
    assert bidi.embedding_levels("ab אב(ג)", 0) == [0, 0, 0, 1, 1, 1, 1, 1]


def test_marks_follow_their_letter_and_their_bracket() -> None:
    assert bidi.embedding_levels("שָ a", 1) == [1, 1, 1, 2]
    assert bidi.embedding_levels("a(ב)\u0301 c", 0) == [0, 0, 1, 0, 0, 0, 0]
    assert bidi.embedding_levels("aת[ש]\u0301", 0) == [0, 1, 1, 1, 1, 1]


def test_brackets_nested_beyond_the_limit_are_not_paired() -> None:
    deep = "(" * 70 + "א" + ")" * 70

    assert len(bidi.embedding_levels(deep, 0)) == 141


def test_a_character_of_any_length_in_utf8_has_one_level() -> None:
    assert bidi.embedding_levels("aé汉\U0001d54f אش\U00010900", 0) == [0, 0, 0, 0, 0, 1, 1, 1]


def test_a_text_that_looks_like_the_dump_does_not_change_the_levels() -> None:
    text = '",\n    levels: [\n        Level(\n            9,\n        ),\n    ],\n    paragraphs: [\nא'

    assert bidi.embedding_levels(text, 0) == [0] * (len(text) - 1) + [1]


def test_only_brackets_and_similar_signs_have_a_mirror_image() -> None:
    assert "".join(map(bidi.mirror, "([«<≪⌈⁅")) == ")]»>≫⌉⁆"
    assert "".join(map(bidi.mirror, "aא–12“")) == "aא–12“"


def test_an_empty_text_and_one_direction_need_no_reordering() -> None:
    assert bidi.embedding_levels("", 0) == []
    assert bidi.reorder([]) == []
    assert bidi.reorder([0, 0]) == [0, 1]


def test_numbers_in_text_from_right_to_left_run_from_left_to_right() -> None:
    assert bidi.reorder([1, 2, 2, 1]) == [3, 1, 2, 0]
