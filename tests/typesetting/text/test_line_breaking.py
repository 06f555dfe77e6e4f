from math import inf

import pytest

from app.typesetting.tagged.links import Destination
from app.typesetting.text import line_breaking
from app.typesetting.text.line_breaking import break_lines, fit_one_line
from app.typesetting.text.runs import Span, TextLine
from app.typesetting.text.style import BODY, Style

_TEN = Style(10, 14)


def texts(lines: tuple[TextLine, ...]) -> list[str]:
    """Return the words of each line in reading order."""
    return ["".join(run.text for run in line.runs) for line in lines]


def test_words_break_at_spaces() -> None:
    assert texts(break_lines("one two three", _TEN, 40)) == ["one two ", "three"]


def test_chinese_breaks_between_any_characters() -> None:
    assert texts(break_lines("汉字汉字汉字汉", _TEN, 30)) == ["汉字汉", "字汉字", "汉"]


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() -> None:
    lines = texts(break_lines("汉字汉，汉（字）汉。字「汉字」ソーシャルっ" * 20, _TEN, 51))

    assert len(lines) > 50
    assert [line for line in lines if line[0] in "，）。」ーャっ"] == []
    assert [line for line in lines if line[-1] in "（「"] == []


def test_a_latin_word_in_chinese_text_is_not_broken() -> None:
    assert texts(break_lines("汉字Ministry汉字", _TEN, 40)) == ["汉字", "Ministry", "汉字"]


def test_korean_breaks_between_words() -> None:
    assert texts(break_lines("국방부 소셜 미디어", _TEN, 55)) == ["국방부 소셜 ", "미디어"]


@pytest.mark.parametrize("word", ["x", "汉", "ا", "ש", "한", "ー", "（", "Z\u0300"])
def test_no_line_is_wider_than_its_room(word: str) -> None:
    lines = break_lines(word * 2000, _TEN, 100)

    assert "".join(texts(lines)) == word * 2000
    assert max(line.width for line in lines) <= 100.01


def test_a_line_from_right_to_left_stands_at_the_right() -> None:
    hebrew, latin = break_lines("שלום\nabc", _TEN, 100)

    assert (hebrew.right_to_left, latin.right_to_left) == (True, False)


def test_runs_have_their_visual_places_in_reading_order() -> None:
    (line,) = break_lines("אב (MoD) 26", _TEN, 200)

    assert "".join(run.text for run in line.runs) == "אב (MoD) 26"
    seen = sorted(line.runs, key=lambda run: run.left)
    drawn = ["".join(stroke.text for stroke in run.glyph_runs or ()) or run.text for run in seen]
    assert "".join(drawn) == "26 (MoD) בא"


def test_a_run_drawn_from_right_to_left_has_its_actual_text() -> None:
    (line,) = break_lines("a שלום b", _TEN, 200)

    turned = [run for run in line.runs if run.actual_text]
    assert [run.actual_text for run in turned] == ["שלום"]
    assert [stroke.text for stroke in turned[0].glyph_runs or ()] == ["םולש"]


def test_a_final_space_after_a_letter_with_a_mark_is_drawn() -> None:
    first, _ = break_lines("q\u0308 abcdef", _TEN, 30)

    assert [stroke.text for stroke in first.runs[0].glyph_runs or ()] == ["q", "\u0308", " "]


def test_a_final_space_of_a_line_from_right_to_left_is_in_its_actual_text() -> None:
    first, second = break_lines("שלום עולם", _TEN, 30)

    assert [run.actual_text for run in (*first.runs, *second.runs)] == ["שלום ", "עולם"]


def test_arabic_is_drawn_in_its_forms() -> None:
    (line,) = break_lines("باب", _TEN, 200)

    assert [stroke.text for stroke in line.runs[0].glyph_runs or ()] == ["\ufe8f\ufe8e\ufe91"]
    assert line.runs[0].actual_text == "باب"


def test_a_sign_is_mirrored_if_its_font_has_the_mirror_image() -> None:
    (line,) = break_lines("אב (≪\u0301 ∕", _TEN, 200)

    drawn = [stroke.text for run in line.runs for stroke in run.glyph_runs or (run,)]
    assert sorted("".join(drawn).replace(" ", "")) == sorted("אב)≫\u0301∕")


def test_a_mark_is_above_its_letter_without_touching_it() -> None:
    (line,) = break_lines("X\u0301\u0300", _TEN, 200)

    letter, acute, grave = line.runs[0].glyph_runs or ()
    assert (letter.text, acute.text, grave.text) == ("X", "\u0301", "\u0300")
    assert 0 < acute.x < line.width
    assert 0 < acute.y < grave.y
    assert line.runs[0].actual_text is None


def test_many_marks_do_not_leave_their_line() -> None:
    (line,) = break_lines("Z" + "\u0300" * 500, _TEN, 200)

    assert max(stroke.y for stroke in line.runs[0].glyph_runs or ()) < 10


def test_a_hebrew_letter_and_its_point_become_one_character() -> None:
    (line,) = break_lines("ש\u05c1", _TEN, 200)

    assert [stroke.text for stroke in line.runs[0].glyph_runs or ()] == ["\ufb2a"]


@pytest.mark.parametrize("name", ["Ministry of Defence ", "وزارة الدفاع ", "משרד הביטחון ", "国防部", "ẍ̣"])
def test_a_name_too_long_for_one_line_is_cut_to_fit(name: str) -> None:
    line = fit_one_line(name * 100, BODY, 300)

    assert 270 < line.width <= 300
    assert "".join(run.text for run in line.runs).endswith("…")


def test_a_name_that_fits_is_not_cut() -> None:
    assert texts((fit_one_line("Bellatrix", BODY, 300),)) == ["Bellatrix"]


def test_latin_text_is_drawn_without_shaping() -> None:
    (line,) = break_lines((Span("Évaluation ", strong=True), Span("« 62\u00a0% »")), BODY, inf)

    assert [(run.text, run.glyph_runs, run.actual_text) for run in line.runs] == [
        ("Évaluation ", None, None),
        ("« 62\u00a0% »", None, None),
    ]


@pytest.mark.parametrize("room", [inf, 200.0, 90.0, 61.7])
def test_plain_text_breaks_as_any_other_text_does(monkeypatch: pytest.MonkeyPatch, room: float) -> None:
    spans = (
        Span("One  two ", strong=True),
        Span("three, four", target=Destination("there")),
        Span(". Été\nfive six", language="fr"),
        Span(" seven " * 9),
    )

    quick = break_lines(spans, _TEN, room)
    monkeypatch.setattr(line_breaking, "break_plain_lines", lambda *_: None)

    assert break_lines(spans, _TEN, room) == quick
