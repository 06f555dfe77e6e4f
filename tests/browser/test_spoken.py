"""Every page as a screen reader is given it: each thing once, in order, in its language."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language
from tests.browser.site import Site
from tests.browser.spoken_tree import BOXES, LANDMARKS, TEXTS, SpokenNode, read_languages, words
from tests.browser.visits import Visit

INLINE = TEXTS | {"link", "strong", "emphasis", "code", "abbr"}


@pytest.fixture
def spoken(wide: Visit) -> SpokenNode:
    return wide.spoken


def test_headings_are_one_text_each_without_a_gap_or_a_repetition(spoken: SpokenNode) -> None:
    # The summary of errors stands before the page’s own heading, as GOV.UK has it.
    errors = [node for alert in spoken.find("alert") for node in alert]
    headings = [node for node in spoken.find("heading") if node not in errors]

    assert [heading.level for heading in headings].count(1) == 1
    assert headings[0].level == 1
    for before, after in pairwise(headings):
        assert after.level <= before.level + 1, (before.name, after.name)
        assert after.name != before.name
    for heading in headings:
        assert heading.name
        # Orca speaks strong text in a heading as a heading of its own.
        assert {node.role for node in heading.all[1:]} <= INLINE - {"strong"}, str(heading)


def test_parts_of_a_line_make_no_box_of_their_own(visited: Visit) -> None:
    # Orca speaks a part that is a box as if it were a heading, or a term, of its own.
    assert visited.tab.evaluate(BOXES) == []


def test_landmarks_are_few_and_named_apart(spoken: SpokenNode) -> None:
    landmarks = spoken.find(*LANDMARKS)
    roles = [landmark.role for landmark in landmarks]
    names = [landmark.name for landmark in landmarks if landmark.role in ("navigation", "region")]

    for role in ("banner", "main", "contentinfo"):
        assert roles.count(role) == 1
    assert roles.count("navigation") <= 3
    assert not {"complementary", "search"} & set(roles)
    assert "region" not in roles
    assert all(names)
    assert len(set(names)) == len(names)
    assert not set(names) & {heading.name for heading in spoken.find("heading")}


def test_no_part_of_a_label_is_hidden(wide: Visit) -> None:
    # Orca speaks the whole label as the name of its control, and then the hidden part once more.
    assert wide.tab.locator("label .govuk-visually-hidden").count() == 0


def test_a_choice_is_named_once_by_one_text(spoken: SpokenNode) -> None:
    for group in spoken.find("group", "radiogroup"):
        names = [choice.name for choice in group.find("radio", "checkbox")]
        assert len(set(names)) == len(names)
    for choice in spoken.find("radio", "checkbox"):
        half = choice.name[: len(choice.name) // 2].strip()
        assert choice.name
        assert choice.name != f"{half} {half}"
    # Orca speaks the name of a choice, and then each element inside its label once more.
    for label in spoken.find("LabelText"):
        assert {node.role for node in label.all[1:]} <= TEXTS, str(label)


def test_terms_and_definitions_begin_with_text(spoken: SpokenNode) -> None:
    # Orca leaves out the first element of a definition, be it a paragraph or only strong.
    for part in spoken.find("term", "definition"):
        assert part.children, str(part)
        assert part.children[0].role in TEXTS | {"link"}, str(part)
        assert {node.role for node in part.all[1:]} <= INLINE, str(part)


def test_a_drawing_is_one_name_and_repeats_nothing(spoken: SpokenNode) -> None:
    images = spoken.find("image")
    texts = [node.text for node in spoken.find("paragraph", "heading")]
    said = " | ".join(" ".join(words(text)) for text in texts)

    assert len({image.name for image in images}) == len(images)
    for image in images:
        assert image.name
        assert not image.children, str(image)
        assert " ".join(words(image.name)) not in said
        assert image.name not in image.description


def test_a_drawing_is_followed_by_its_table(visited: Visit, spoken: SpokenNode) -> None:
    # The names of the drawings on these pages say all that they show.
    if visited.place.name in ("start", "round-2-board") or not spoken.find("image"):
        return
    order = [node.role for node in spoken.all if node.role in ("image", "table")]

    assert order[-1] == "table"


def test_tables_have_a_caption_and_headers(spoken: SpokenNode) -> None:
    # A table that scrolls is named by its group.
    in_groups = [table for group in spoken.find("group") if group.name for table in group.find("table")]
    for table in spoken.find("table"):
        assert table.name or table in in_groups
        assert table.find("columnheader"), table.name
        assert all(header.text for header in table.find("columnheader", "rowheader")), table.name


def test_nothing_but_a_message_is_a_status(visited: Visit, spoken: SpokenNode) -> None:
    # One that is empty waits for what a script has to say.
    messages = [text for text in (node.text for node in spoken.find("status")) if text]

    assert len(messages) <= 1
    assert visited.place.name not in ("tasks-saved", "results-what-if-supposed") or messages
    # Orca leaves out text that stands directly in a status.
    for status in spoken.find("status"):
        assert not TEXTS & {child.role for child in status.children}, str(status)


def test_a_change_is_said_in_words(visited: Visit, spoken: SpokenNode) -> None:
    if visited.place.name != "results-what-if-supposed":
        return
    (table,) = spoken.find("table")
    changes = [row.children[-1].text for row in table.find("row")[1:]]

    assert len(changes) > 9
    assert all(any(letter.isalpha() for letter in change) for change in changes)


def test_a_passage_in_another_language_says_so(visited: Visit, site: Site) -> None:
    runs = read_languages(visited.tab)
    # The released version 1.0 does not say in which language its guidance’s titles are.
    asked = site.questionnaire
    if visited.place.whose == "begun":
        asked = replace(asked, guidance={})

    for foreign, passage in foreign_passages(asked, visited.language):
        for language, text in runs:
            assert passage not in text or language == foreign, passage


def foreign_passages(asked: Questionnaire, reader: Language) -> list[tuple[str, str]]:
    """Return the titles and quotations of the questionnaire that are not in the reader’s language."""
    passages: list[tuple[str | None, str]] = [("en", asked.survey.title)]
    passages += [(each.title_language, each.title.in_(reader)) for each in asked.guidance.values()]
    for figure in asked.survey.figures.values():
        passages += [(figure.quote_language, figure.quote)]
        passages += [(language, part) for part, language in figure.source_parts(reader)]
    return [
        (language, " ".join(text.split())) for language, text in passages if language not in (None, reader)
    ]
