import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.maturity.clean_text import clean, clean_line, clean_title, fold


def test_line_ends_become_line_feeds() -> None:
    assert clean("one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour"


def test_control_characters_are_dropped_and_tabs_stay() -> None:
    assert clean("a\x00b\x1bc\x7fd\x85e\tf") == "abcde\tf"


def test_words_in_every_script_stay() -> None:
    words = "Ça coûte 90 % … « Größe » – 防衛 🇫🇷 נֶשֶׁק"

    assert clean(words) == words


def test_a_text_is_trimmed() -> None:
    assert clean("\u00a0 \n text \t\n") == "text"


def test_a_text_in_which_nothing_can_be_seen_is_empty() -> None:
    assert clean("\u200f \u200b\n\u2060") == ""
    # Inside a text such characters join letters, and stay.
    assert (
        clean("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")
        == "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )


def test_a_line_has_single_spaces_only() -> None:
    assert clean_line(" one \r\n\u00a0two\t three ") == "one two three"


def test_a_title_is_one_line_that_keeps_its_no_break_spaces() -> None:
    title = " Qui\u202f?\r\n Prévoir\u00a0: qui\tdécide\u2028\u2029et quand "

    assert clean_title(title) == "Qui\u202f? Prévoir\u00a0: qui décide et quand"


def test_folded_texts_differ_neither_in_capitals_nor_in_accents() -> None:
    assert fold("Émile") == fold("EMILE") == fold("e\u0301mile") == "emile"
    assert fold("Strauß") == "strauss"


def test_exactly_the_controls_and_lone_surrogates_are_dropped() -> None:
    dropped = {chr(c) for c in range(0x110000) if clean(f"a{chr(c)}b") == "ab"}

    controls = {c for c in map(chr, range(0x110000)) if unicodedata.category(c) in ("Cc", "Cs")}
    assert dropped == controls - {"\n", "\r", "\t"}


@given(st.text())
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_title(clean_title(text)) == clean_title(text)
