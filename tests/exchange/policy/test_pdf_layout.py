"""A PDF without tags is read by its look: headings, paragraphs, notes, and the page of each sentence."""

from collections.abc import Iterable

import pytest

from app.exchange.policy.pdf import pdf_text
from app.maturity.policy.policy_text import TextBlock
from tests.exchange.policy.build import BOLD, REGULAR, Shown, column, facts, pdf

LONG = "Every official account is protected by a second step at sign-in, and"
REST = ["its passwords are kept in the password manager that the security officer", "has agreed in writing."]
RULE = " ".join([LONG, *REST])


def read(*pages: Iterable[Shown], **fonts: tuple[str, float]) -> list[TextBlock]:
    return pdf_text.read(pdf(*pages, fonts={name.replace("_", " "): font for name, font in fonts.items()}))


def test_lines_become_paragraphs() -> None:
    blocks = read(column(LONG, *REST, "", "Nobody shares a password."))

    assert facts(blocks) == [("paragraph", RULE), ("paragraph", "Nobody shares a password.")]


@pytest.mark.parametrize("font", [(REGULAR, 14), (BOLD, 11), (BOLD, 14)])
def test_larger_or_bold_letters_make_a_heading_without_a_number(font: tuple[str, float]) -> None:
    blocks = read(column("Access to accounts", LONG, *REST), Access_to_accounts=font)

    assert facts(blocks) == [("heading", "Access to accounts"), ("paragraph", RULE)]


@pytest.mark.parametrize(
    "heading", ["2.1 Access to accounts", "Article 4 – Access", "IV. Access", "Annexe B Accès"]
)
def test_a_number_makes_a_heading_of_a_short_line(heading: str) -> None:
    blocks = read(column("This is the policy.", "", heading, "", LONG, *REST))

    assert facts(blocks)[1] == ("heading", heading)


def test_bold_within_text_that_is_mostly_bold_makes_no_heading() -> None:
    fonts = {line.replace(" ", "_"): (BOLD, 11.0) for line in [LONG, *REST]}

    assert facts(read(column(LONG, *REST), **fonts)) == [("paragraph", RULE)]


def test_a_bold_row_of_a_table_is_no_heading_of_what_follows() -> None:
    rows: list[Shown] = [
        (72, 600, "Account"),
        (250, 600, "Owner"),
        (72, 580, "LinkedIn"),
        (250, 580, "Branch"),
    ]

    blocks = read([*column(LONG, *REST), *rows], Account=(BOLD, 11), Owner=(BOLD, 11))

    assert [kind for kind, _ in facts(blocks)] == ["paragraph"] * 3


def test_bullets_and_letters_make_items() -> None:
    blocks = read(
        column("Never post:", "• names of colleagues;", "- places;", "(a) pictures of a restricted area.")
    )

    assert facts(blocks) == [
        ("paragraph", "Never post:"),
        ("item", "names of colleagues;"),
        ("item", "places;"),
        ("item", "pictures of a restricted area."),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = column(
        "The branch keeps a register of", "all accounts. The officer", "decides on new ones.", left=60
    )
    right = column(
        "Nobody may open an account", "in the name of the Institute", "without a decision.", left=320
    )

    assert " ".join(block.text for block in read([*left, *right])) == (
        "The branch keeps a register of all accounts. The officer decides on new ones."
        " Nobody may open an account in the name of the Institute without a decision."
    )


def framed(number: int, *lines: str) -> list[Shown]:
    head = (72.0, 800.0, f"Institute – Social media policy {number}")
    return [head, *column(*lines), (280.0, 40.0, f"Page {number} of 9"), (72.0, 28.0, "Internal use")]


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    texts = [
        "Accounts are registered by the branch.",
        "Nobody shares a password.",
        "Staff ask before they post.",
    ]

    blocks = read(*(framed(number, text) for number, text in enumerate(texts, 1)))

    assert [(block.page, block.text) for block in blocks] == list(enumerate(texts, 1))


def test_the_head_and_the_foot_of_a_single_page_are_left_out() -> None:
    blocks = read(framed(1, LONG, *REST))

    assert facts(blocks) == [("paragraph", RULE)]


def test_the_title_and_a_closing_sentence_of_a_single_page_stay() -> None:
    end = (72.0, 60.0, "The Board approved this policy on 4 May 2026.")

    blocks = read(
        [(72, 790, "Social media policy"), *column(LONG, *REST), end], Social_media_policy=(BOLD, 18)
    )

    assert facts(blocks) == [("heading", "Social media policy"), ("paragraph", RULE), ("paragraph", end[2])]


def test_chapters_that_begin_pages_are_no_running_heads() -> None:
    names = ["Annex 1", "Annex 2", "Annex 3", "Annex 4", "Annex 5", "Annex 6"]
    texts = ["First.", "Second one.", "Third text.", "Fourth rule.", "Fifth, too.", "And sixth."]
    fonts = {name.replace(" ", "_"): (BOLD, 15.0) for name in names[:3]}
    pages = [
        column(name if place < 3 else "", LONG + str(place), text)
        for place, (name, text) in enumerate(zip(names, texts, strict=True))
    ]

    assert [text for kind, text in facts(read(*pages, **fonts)) if kind == "heading"] == names[:3]


def test_a_sentence_over_the_end_of_a_page_is_whole_and_what_follows_is_of_the_next_page() -> None:
    second = [
        *REST,
        "Passwords are changed when somebody leaves the branch, also in the middle of a",
        "week.",
    ]

    first = "Nobody posts alone in the name of the Institute or of one of its branches."

    blocks = read(column(first, LONG), column(*second))

    assert [(block.page, block.text) for block in blocks] == [
        (1, f"{first} {RULE}"),
        (2, "Passwords are changed when somebody leaves the branch, also in the middle of a week."),
    ]


def test_notes_follow_the_paragraph_with_which_their_page_ends() -> None:
    note = (72.0, 80.0, "1 The register is reviewed every quarter.")
    fonts = {note[2].replace(" ", "_"): (REGULAR, 8.0)}

    blocks = read([*column(LONG), note], column(*REST, "", "Nobody shares a password."), **fonts)

    assert [block.text for block in blocks] == [
        RULE,
        "The register is reviewed every quarter.",
        "Nobody shares a password.",
    ]


def test_a_divided_word_is_whole_again() -> None:
    blocks = read(
        column("The head of the communi-", "cations branch decides in writing on every new account.")
    )

    assert [block.text for block in blocks] == [
        "The head of the communications branch decides in writing on every new account."
    ]


def test_heads_that_name_the_chapter_are_left_out_even_in_bold() -> None:
    texts = [
        "Accounts are registered.",
        "Nobody shares a password.",
        "Staff ask first.",
        "Posts are read twice.",
    ]
    heads = [f"Chapter {1 + number // 2}: Rules for all {number + 5}" for number in range(4)]
    fonts = {head.replace(" ", "_"): (BOLD, 11.0) for head in heads}

    blocks = read(
        *([(72, 800, head), *column(text)] for head, text in zip(heads, texts, strict=True)), **fonts
    )

    assert [block.text for block in blocks] == texts


@pytest.mark.parametrize("end", ["LinkedIn,", "of the"])
def test_a_paragraph_does_not_end_within_a_sentence(end: str) -> None:
    short = f"Staff may use {end}"

    blocks = read(
        column("Every official account is protected, and every one of them has an owner.", short, "YouTube.")
    )

    assert [block.text for block in blocks][-1].endswith(f"{short} YouTube.")


def test_a_name_in_slightly_other_letters_does_not_end_a_paragraph() -> None:
    name = "https://www.example.org/policy/of/the/institute/and/its/branches"
    lines = [
        "The register of accounts is kept by the branch and stands at the page",
        name,
        "which all staff may read.",
    ]

    blocks = read(column(*lines), **{name.replace(" ", "_"): ("Courier", 10.0)})

    assert [block.text for block in blocks] == [" ".join(lines)]
