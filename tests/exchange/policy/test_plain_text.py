"""Text without mark-up is read in paragraphs, with what its look says of headings and lists."""

import time

import pytest

from app.exchange.policy import plain_text
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from tests.exchange.policy.build import facts

WRAPPED = """\
SOCIAL MEDIA POLICY

1. Purpose

This policy says how the Institute uses social media. It was approved by the
Board and by the Works Council, and it applies to all staff, including
reser-
vists.

2.1 Opening an account

Never post:

- names of colleagues
  or of their families;
- places.
1. Ask first.
2. Post then.

Staff ask Capt.
Smith before they publish anything that the head of communications has not
seen.
"""


def read(text: str) -> list[tuple[str, str]]:
    return facts(plain_text.read_text(text))


def test_wrapped_lines_become_paragraphs_and_short_ones_headings_and_items() -> None:
    assert read(WRAPPED) == [
        ("heading", "SOCIAL MEDIA POLICY"),
        ("heading", "1. Purpose"),
        (
            "paragraph",
            "This policy says how the Institute uses social media. It was approved by the Board and by the"
            " Works Council, and it applies to all staff, including reservists.",
        ),
        ("heading", "2.1 Opening an account"),
        ("paragraph", "Never post:"),
        ("item", "names of colleagues or of their families;"),
        ("item", "places."),
        ("item", "Ask first."),
        ("item", "Post then."),
        ("paragraph", "Staff ask Capt."),
        (
            "paragraph",
            "Smith before they publish anything that the head of communications has not seen.",
        ),
    ]


def test_one_paragraph_on_each_line_stays_one() -> None:
    lines = [
        "Accounts are registered by the branch.",
        "Nobody shares a password with anybody else, and the administrator of each account changes it as"
        " soon as a colleague has left the branch.",
        "The branch keeps the register,",
    ]

    assert read("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_headings_of_markdown_are_headings() -> None:
    assert read("# Policy #\nText.\n\nRegister\n--------\nOne line.") == [
        ("heading", "Policy"),
        ("paragraph", "Text."),
        ("heading", "Register"),
        ("paragraph", "One line."),
    ]


def test_rows_of_a_table_stay_apart() -> None:
    assert read("Account    Owner\n-------    ------\nLinkedIn   Branch A\n") == [
        ("paragraph", "Account Owner"),
        ("paragraph", "LinkedIn Branch A"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_letters_are_right_in_every_usual_encoding(encoding: str) -> None:
    assert facts(plain_text.read("Réseaux agréés – l’usage".encode(encoding))) == [
        ("paragraph", "Réseaux agréés – l’usage")
    ]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadablePolicyError) as refused:
        plain_text.read(b"\x00\x01\x02\x03 binary")

    assert refused.value.refusal == Refusal.UNKNOWN


def test_text_is_cleaned() -> None:
    text = "The ﬁrst oﬀicial\u00a0account, auto\u00admatic\u200b and co\u2011operative."

    assert read(text) == [("paragraph", "The first official account, automatic and co-operative.")]


@pytest.mark.parametrize(
    "text",
    ["# a" + " " * 20_000 + "b", "# " + "#" * 40_000 + "b", "ab-\nab" * 30_000, "a b c-\n" * 30_000],
    ids=["spaces", "signs", "divided words", "hyphens"],
)
def test_a_text_that_never_ends_takes_no_minutes(text: str) -> None:
    start = time.process_time()
    read(text)

    assert time.process_time() - start < 3


@pytest.mark.parametrize("begins", ["p. ex. à la fin du mois.", "p. 4 de la charte.", "e. g. at the end."])
def test_an_abbreviation_at_the_beginning_of_a_line_is_no_item(begins: str) -> None:
    before = "L’accès est retiré le jour où l’agent quitte l’Agence pour un autre poste,"

    assert read(f"{before}\n{begins}") == [("paragraph", f"{before} {begins}")]


def test_marks_of_direction_are_dropped() -> None:
    assert read("Staff may not \u202eevil\u202c \u2067post\u2069.") == [
        ("paragraph", "Staff may not evil post.")
    ]


def test_a_heading_of_markdown_loses_its_signs() -> None:
    assert read("## Rules for C ##\n\nBe kind.") == [("heading", "Rules for C"), ("paragraph", "Be kind.")]
