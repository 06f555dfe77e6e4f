import pytest
from playwright.sync_api import expect

from app.maturity.text import Language
from tests.browser.cast import OpenCast
from tests.browser.conftest import Reads
from tests.browser.pages import OpinionsPage, Reader, TasksPage
from tests.browser.pointer import MEASURE, Keyboard

# Governance proven, the rest defined: (100 + 8 × 50) / 9 = 500/9, shown as 56: Defined.
ROUNDED, LEVEL = "56", 2


def begins(reader: Reader, organisation: str = "") -> TasksPage:
    begin = reader.starts().begins()
    return begin.describes("quick", organisation).presses_begin().continues()


def answers_every_domain(reader: Reader, tasks: TasksPage) -> OpinionsPage:
    domains = reader.questionnaire.domains
    page = tasks.opens(domains[0])
    for domain, following in zip(domains, (*domains[1:], None), strict=True):
        for question in reader.questionnaire.questions_in("quick", domain.letter):
            page.answers(question, 4 if domain.letter == "G" else 2)
        if following is None:
            return page.ends()
        page = page.goes_on(following)
    raise AssertionError("there is no domain")


def test_the_quick_check_is_completed_by_keyboard_alone(reads: Reads) -> None:
    reader = reads("en", keyboard=True)
    opinions = answers_every_domain(reader, begins(reader, "Bellatrix"))
    opinions.ticks(reader.questionnaire.opinions[1], "recruitment")

    results = opinions.continues().completes()

    assert ROUNDED in results.text
    assert reader.t(reader.questionnaire.levels[LEVEL]) in results.text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "name", ["", "G", "opinions", "check", "results", "targets", "policy", "policy/clauses"]
)
def test_tab_stops_at_every_control_and_leaves_the_page(
    reads: Reads, cast: OpenCast, language: Language, name: str
) -> None:
    reader = reads(language)
    cast.sign_in(reader.tab.context, "whole")
    fingers = Keyboard(reader.tab)
    reader.tab.goto(f"/{language}/assessment/{cast.ids['begun']}/{name}")
    expected: int = reader.tab.evaluate(f"{MEASURE}.stops()")

    walked = 0
    while walked <= expected and fingers.tabs_on():
        walked += 1

    assert walked == expected


@pytest.mark.parametrize("javascript", [True, False])
def test_the_skip_link_leads_past_the_header(reads: Reads, *, javascript: bool) -> None:
    reader = reads("en", javascript=javascript)
    reader.starts()
    skip = reader.tab.get_by_role("link", name=reader.translate("Skip to main content"))
    fingers = Keyboard(reader.tab)

    fingers.tabs_on()
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    reader.tab.keyboard.press("Enter")
    fingers.tabs_on()

    begin = reader.tab.get_by_role("button", name=reader.translate("Begin an assessment"))
    expect(begin).to_be_focused()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_error_summary_takes_the_focus_and_its_link_leads_to_the_field(
    reads: Reads, language: Language
) -> None:
    reader = reads(language, keyboard=True)
    domain = reader.questionnaire.domains[0]
    page = begins(reader).opens(domain)

    page.presses_continue()
    expect(reader.tab.locator("[data-module=govuk-error-summary]")).to_be_focused()
    reader.hand.follows_within(page.error_links().first)

    first = reader.questionnaire.questions_in("quick", domain.letter)[0]
    expect(page.question(first).get_by_role("radio").first).to_be_focused()
    expect(page.question(first)).to_be_in_viewport()


def test_an_error_in_folded_notes_leads_to_the_field(reads: Reads) -> None:
    reader = reads("en")
    domain = reader.questionnaire.domains[0]
    first = reader.questionnaire.questions_in("quick", domain.letter)[0]
    page = begins(reader).opens(domain).notes(first, "", "", "2999-01-01")

    page.presses_continue()
    page.error_links().first.click()

    expect(reader.tab.get_by_label(f"{first.id} {reader.translate('Date of the evidence')}")).to_be_focused()
