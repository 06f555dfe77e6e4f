"""A document's blocks become sentences with their lead, heading, page and language."""

import time

import pytest

from app.maturity.policy.policy_text import BlockKind, TextBlock
from app.maturity.policy.sentences import Sentence, split_paragraph, split_sentences


def texts(*blocks: tuple[BlockKind, str]) -> list[tuple[str, str, str]]:
    sentences = split_sentences([TextBlock(kind, text) for kind, text in blocks])
    return [(each.heading, each.lead, each.text) for each in sentences]


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("Ask first. Then post.", ["Ask first.", "Then post."]),
        ("Ask first! “Then post.” Done.", ["Ask first!", "“Then post.”", "Done."]),
        ("Voir l’art. 5 et la p. 3. Merci.", ["Voir l’art. 5 et la p. 3.", "Merci."]),
        ("Tools, e.g. Excel, must be agreed.", ["Tools, e.g. Excel, must be agreed."]),
        ("Mr. Smith and J. Doe may post.", ["Mr. Smith and J. Doe may post."]),
        ("2.1. Staff must ask. 2.2. They may post.", ["2.1. Staff must ask.", "2.2. They may post."]),
        ("Posts, photos, etc. Staff must ask.", ["Posts, photos, etc.", "Staff must ask."]),
        ("« Demandez d’abord. » Élise publie.", ["« Demandez d’abord. »", "Élise publie."]),
        ("version 2.0 is in force", ["version 2.0 is in force"]),
        ("  ", []),
    ],
)
def test_a_paragraph_is_split_at_the_ends_of_its_sentences(paragraph: str, sentences: list[str]) -> None:
    assert list(split_paragraph(paragraph)) == sentences


@pytest.mark.parametrize("part", ["A. ", "A.B. ", "Mr. A "])
def test_a_text_of_stops_that_end_nothing_takes_no_minutes(part: str) -> None:
    start = time.process_time()
    split_sentences([TextBlock("paragraph", part * (2_000_000 // len(part)))])

    assert time.process_time() - start < 1


@pytest.mark.parametrize("part", ["1. ", "A b. "])
def test_a_text_of_the_shortest_sentences_takes_no_minutes(part: str) -> None:
    start = time.process_time()
    split_sentences([TextBlock("paragraph", part * 50_000)])

    assert time.process_time() - start < 2


def test_a_sentence_may_hold_many_initials() -> None:
    names = ", ".join(["J. Doe"] * 250)

    assert list(split_paragraph(f"{names} may post. They ask first.")) == [
        f"{names} may post.",
        "They ask first.",
    ]


def test_a_text_that_never_stops_is_not_the_line_of_a_list() -> None:
    line, item = "Nobody may share a password on an account " * 12, "names of colleagues"
    first, second = split_sentences([TextBlock("paragraph", line), TextBlock("item", item)])

    assert (len(first.text) > 500, second.text, second.lead) == (True, item, "")


def test_a_sentence_is_under_the_last_heading_before_it() -> None:
    found = texts(("paragraph", "One."), ("heading", "Rules"), ("paragraph", "Two."), ("item", "Three."))

    assert found == [("", "", "One."), ("Rules", "", "Two."), ("Rules", "", "Three.")]


def test_an_item_belongs_to_the_line_with_a_colon_before_its_list() -> None:
    found = texts(
        ("paragraph", "We are few. Never post:"),
        ("item", "names"),
        ("item", "places"),
        ("paragraph", "Ask in doubt."),
        ("item", "alone"),
    )

    assert [(lead, text) for _, lead, text in found] == [
        ("", "We are few."),
        ("", "Never post:"),
        ("Never post:", "names"),
        ("Never post:", "places"),
        ("", "Ask in doubt."),
        ("", "alone"),
    ]


def test_a_note_changes_neither_the_heading_nor_the_list_around_it() -> None:
    found = texts(
        ("heading", "Content"),
        ("paragraph", "Never post:"),
        ("note", "See annex 2"),
        ("item", "names"),
        ("note", "Also of visitors."),
        ("item", "places"),
    )

    assert found == [
        ("Content", "", "Never post:"),
        ("Content", "", "See annex 2"),
        ("Content", "Never post:", "names"),
        ("Content", "", "Also of visitors."),
        ("Content", "Never post:", "places"),
    ]


def test_an_endnote_has_no_heading_and_changes_none() -> None:
    found = texts(("heading", "Content"), ("endnote", "See annex 2"), ("paragraph", "Ask first."))

    assert found == [("", "", "See annex 2"), ("Content", "", "Ask first.")]


def test_only_the_first_sentence_of_an_item_goes_on_from_the_line_before_the_list() -> None:
    found = texts(("paragraph", "Never post:"), ("item", "names of people. Ask the team in doubt."))

    assert [(lead, text) for _, lead, text in found[1:]] == [
        ("Never post:", "names of people."),
        ("", "Ask the team in doubt."),
    ]


def test_a_heading_ends_the_list_before_it() -> None:
    found = texts(("paragraph", "Never post:"), ("heading", "Rules"), ("item", "names"))

    assert found[-1] == ("Rules", "", "names")


@pytest.mark.parametrize("title", ["Rules for staff", "« Devoir de réserve »"])
def test_a_short_line_without_a_stop_is_a_heading(title: str) -> None:
    assert texts(("paragraph", title), ("paragraph", "Ask first.")) == [(title, "", "Ask first.")]


@pytest.mark.parametrize(
    "line",
    [
        "Owner: press office",
        "Approved by the Board",
        "In force since 3 March 2024",
        "@HarbourGuard",
        "Ask first!",
        "A line of more than nine words is hardly a title of anything",
    ],
)
def test_a_line_that_may_be_a_date_an_approval_or_an_account_is_no_heading(line: str) -> None:
    assert texts(("paragraph", line)) == [("", "", line)]


def test_items_without_bullets_belong_to_the_line_before_them() -> None:
    found = texts(
        ("paragraph", "We do not accept comments of any kind that are"),
        ("paragraph", "rude or racist;"),
        ("paragraph", "The following may not be posted:"),
        ("paragraph", "Names of persons"),
        ("item", "places"),
        ("paragraph", "Our accounts"),
        ("paragraph", "They are few."),
    )

    assert found == [
        ("", "", "We do not accept comments of any kind that are"),
        ("", "We do not accept comments of any kind that are", "rude or racist;"),
        ("", "", "The following may not be posted:"),
        ("", "The following may not be posted:", "Names of persons"),
        ("", "The following may not be posted:", "places"),
        ("Our accounts", "", "They are few."),
    ]


def test_a_sentence_keeps_the_page_of_its_block() -> None:
    blocks = [TextBlock("paragraph", "One. Two.", page=3), TextBlock("item", "Three.", page=4)]

    assert [each.page for each in split_sentences(blocks)] == [3, 3, 4]


def test_each_sentence_has_its_own_language() -> None:
    blocks = [
        TextBlock("paragraph", "@Port_du_Lac"),
        TextBlock(
            "paragraph", "Les agents doivent respecter la charte. Instagram! Staff must follow the policy."
        ),
        TextBlock("item", "Instagram, YouTube"),
    ]

    assert [each.language for each in split_sentences(blocks)] == ["fr", "fr", "fr", "en", "en"]


def test_an_item_without_telling_words_is_of_the_language_of_its_lead() -> None:
    blocks = [
        TextBlock("paragraph", "All staff must read this."),
        TextBlock("paragraph", "Il est interdit de publier :"),
        TextBlock("item", "photos"),
    ]

    assert split_sentences(blocks)[-1] == Sentence("photos", "Il est interdit de publier :", "", None, "fr")


def test_a_document_without_any_telling_word_is_read_as_english() -> None:
    assert [each.language for each in split_sentences([TextBlock("item", "Instagram")])] == ["en"]
