"""The accessibility tree of the form: what a screen reader is given, once and in order."""

import pytest
from playwright.sync_api import expect

from app.maturity.text import Language
from tests.browser.cast import OpenCast
from tests.browser.conftest import Reads
from tests.browser.pages import Reader

BOTH: tuple[Language, ...] = ("en", "fr")


def opens(reads: Reads, cast: OpenCast, language: Language, name: str) -> Reader:
    reader = reads(language)
    cast.sign_in(reader.tab.context, "whole")
    reader.tab.goto(f"/{language}/assessment/{cast.ids['whole']}/{name}")
    return reader


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", ["G", "opinions", "check", "profile"])
def test_a_page_of_the_form_has_five_landmarks(
    reads: Reads, cast: OpenCast, language: Language, name: str
) -> None:
    tab = opens(reads, cast, language, name).tab

    numbers = {"banner": 1, "navigation": 2, "main": 1, "contentinfo": 1}
    for role in ("banner", "navigation", "main", "contentinfo", "region", "complementary", "form", "search"):
        expect(tab.get_by_role(role)).to_have_count(numbers.get(role, 0))


@pytest.mark.parametrize("language", BOTH)
def test_an_answer_to_check_is_one_text_after_its_term(
    reads: Reads, cast: OpenCast, language: Language
) -> None:
    reader = opens(reads, cast, language, "check")
    question, points = reader.questionnaire.question("G2"), reader.questionnaire.levels

    tree = reader.tab.locator("#row-G2").aria_snapshot().splitlines()

    # The snapshot writes no-break spaces as spaces.
    assert tree[0] == " ".join(f"- term: G2 {question.name.in_(language)}".split())
    shown = tree[1].removeprefix("- definition: ").strip('"')
    statements = [
        " ".join(f"{number} {points[number].in_(language)}. {level.in_(language)}".split())
        for number, level in enumerate(question.levels)
    ]
    assert shown in statements


@pytest.mark.parametrize("language", BOTH)
def test_a_statement_is_the_name_of_its_choice_and_one_text(
    reads: Reads, cast: OpenCast, language: Language
) -> None:
    reader = opens(reads, cast, language, "G")
    question = reader.questionnaire.question("G2")
    name = reader.questionnaire.levels[0].in_(language)
    statement = " ".join(f"0 {name}. {question.levels[0].in_(language)}".split())
    group = reader.tab.get_by_role("group", name=f"G2 {question.text.in_(language)}", exact=True)

    expect(group.get_by_role("radio", name=statement, exact=True)).to_have_count(1)
    assert f"- text: {statement}" in group.aria_snapshot().replace('"', "")
