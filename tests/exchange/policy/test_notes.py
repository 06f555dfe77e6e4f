"""Notes stand after what refers to them, with its heading, or have none; lists and sentences stay whole."""

import pytest

from app.exchange.policy import policy_file
from app.exchange.policy.pdf import pdf_text
from app.maturity.policy.sentences import Sentence, split_sentences
from tests.exchange.policy.build import REGULAR, Shown, column, facts, pdf
from tests.exchange.policy.test_producers import DOCUMENTS

LIST = "The following may never be shared with anybody outside the branch:"
REGISTER = "The register is reviewed by the security officer every quarter."
FORMER = "Also with former members of the branch."
AUTHOR = "The correction names the author of the mistake only if the author agrees to it."


def sentences(name: str) -> dict[str, Sentence]:
    found = split_sentences(policy_file.read_policy((DOCUMENTS / name).read_bytes()))
    return {sentence.text: sentence for sentence in found}


@pytest.mark.parametrize(
    "name",
    [
        "libreoffice-notes-en.pdf",
        "libreoffice-notes-tagged-en.pdf",
        "chromium-notes-en.pdf",
        "pandoc-notes-en.htm",
        "libreoffice-notes-en.htm",
    ],
)
def test_notes_have_the_heading_of_what_refers_to_them(name: str) -> None:
    found = sentences(name)

    assert [found[note].heading for note in (REGISTER, FORMER, AUTHOR)] == [
        "Official accounts",
        "Access",
        "Publishing",
    ]
    assert found["the password of an official account;"].lead == LIST
    assert found["the codes with which lost access is recovered."].lead == LIST


@pytest.mark.parametrize("name", ["libreoffice-notes-en.pdf", "libreoffice-notes-tagged-en.pdf"])
def test_a_sentence_goes_on_over_the_notes_at_the_end_of_a_page(name: str) -> None:
    whole = next(text for text in sentences(name) if text.startswith("Nobody keeps access"))

    assert whole.endswith("whenever somebody leaves the branch for another one.")


RULES = ["Every account is registered.", "Nobody shares a password with anybody."]
NOTE = "The register is reviewed by the security officer."
# The raised number after the sentence that refers to the note.
REFERENCE: Shown = (222, 704, "1")


def note_at(y: float) -> list[Shown]:
    return [(72, y + 4, "1"), (79, y, NOTE)]


def read(*shown: Shown) -> list[tuple[str, str]]:
    return facts(pdf_text.read(pdf(shown, fonts={"1": (REGULAR, 6)})))


def test_a_note_of_the_size_of_the_text_begins_with_a_raised_number() -> None:
    shown: list[Shown] = [(72, 700, RULES[0]), REFERENCE, (72, 650, RULES[1]), *note_at(110)]

    assert read(*shown) == [("paragraph", RULES[0]), ("note", NOTE), ("paragraph", RULES[1])]


def test_text_below_a_note_in_the_middle_of_a_page_is_no_note() -> None:
    shown: list[Shown] = [(72, 700, RULES[0]), REFERENCE, *note_at(670), (72, 600, RULES[1])]

    assert read(*shown) == [("paragraph", RULES[0]), ("paragraph", NOTE), ("paragraph", RULES[1])]


def test_a_raised_number_that_nothing_refers_to_begins_no_note() -> None:
    shown: list[Shown] = [(72, 700, RULES[0]), (72, 650, RULES[1]), *note_at(110)]

    assert read(*shown) == [("paragraph", RULES[0]), ("paragraph", RULES[1]), ("paragraph", NOTE)]


def test_a_line_goes_on_after_the_raised_number_of_a_note() -> None:
    shown: list[Shown] = [(72, 700, RULES[0]), REFERENCE, (228, 700, RULES[1]), (72, 686, "It stays so.")]

    assert read(*shown) == [("paragraph", f"{RULES[0]} {RULES[1]} It stays so.")]


def test_a_small_note_that_nothing_refers_to_has_no_heading() -> None:
    note = "2 The register is reviewed."
    shown = [*column("Accounts", *RULES), (72.0, 80.0, note)]
    fonts = {"Accounts": (REGULAR, 14.0), note: (REGULAR, 8.0)}

    found = split_sentences(pdf_text.read(pdf(shown, fonts=fonts)))

    assert [(each.heading, each.text) for each in found][-2:] == [
        ("Accounts", RULES[1]),
        ("", "The register is reviewed."),
    ]
