"""Answers that are not saved are not lost unseen, and the buttons that save them are within reach."""

import pytest
from playwright.sync_api import Dialog, Page, ViewportSize, expect

from app.maturity.text import Language
from tests.browser.conftest import Reads
from tests.browser.pages import DomainPage, Reader
from tests.browser.pointer import MEASURE, Keyboard

PHONE, SMALL_PHONE = ViewportSize(width=390, height=844), ViewportSize(width=320, height=568)
# What 1280 by 1024 becomes when the reader zooms to 400%.
ZOOMED = ViewportSize(width=320, height=256)


def at_the_first_domain(reader: Reader) -> DomainPage:
    tasks = reader.starts().begins().describes("quick", "").presses_begin().continues()
    return tasks.opens(reader.questionnaire.domains[0])


def first_radio(page: DomainPage, level: int = 2) -> None:
    page.answers(page.reader.questionnaire.question("G1"), level)


class Questions:
    """What the browser asked before it left a page; each time the reader stays."""

    def __init__(self, tab: Page) -> None:
        self.kinds: list[str] = []
        tab.on("dialog", self._stay)

    def _stay(self, dialog: Dialog) -> None:
        self.kinds.append(dialog.type)
        dialog.dismiss()


@pytest.fixture
def page(reads: Reads) -> DomainPage:
    return at_the_first_domain(reads("en"))


def test_a_page_on_which_nothing_was_changed_is_left_without_a_question(page: DomainPage) -> None:
    asked = Questions(page.tab)

    page.link("Tasks").click()

    expect(page.tab.get_by_role("heading", level=1)).to_have_text("Tasks")
    assert asked.kinds == []


def test_the_browser_asks_before_an_unsaved_answer_is_lost(page: DomainPage) -> None:
    asked = Questions(page.tab)
    first_radio(page)

    page.link("Tasks").click(no_wait_after=True)
    page.tab.wait_for_timeout(200)

    assert asked.kinds == ["beforeunload"]
    assert page.tab.url.endswith("/G")
    expect(page.tab.locator("#G1-2")).to_be_checked()


def test_a_text_that_was_changed_and_changed_back_is_left_without_a_question(page: DomainPage) -> None:
    asked = Questions(page.tab)
    page.notes(page.reader.questionnaire.question("G1"), "Draft", "", "")
    page.tab.locator("#G1-comment").fill("")

    page.link("Tasks").click()

    expect(page.tab.get_by_role("heading", level=1)).to_have_text("Tasks")
    assert asked.kinds == []


def test_saving_asks_nothing_and_what_a_refused_page_holds_is_still_guarded(page: DomainPage) -> None:
    asked = Questions(page.tab)
    first_radio(page)
    page.notes(page.reader.questionnaire.question("G1"), "", "", "10/2026")

    page.presses_continue()
    assert asked.kinds == []
    page.tab.locator("#G1-1").check()
    page.tab.locator("#G1-2").check()
    page.link("Tasks").click(no_wait_after=True)
    page.tab.wait_for_timeout(200)

    assert asked.kinds == ["beforeunload"]
    assert page.tab.locator("#G1-evidence-date").input_value() == "10/2026"


def test_a_page_of_blanks_is_shown_again_by_back_and_forward(page: DomainPage) -> None:
    first_radio(page)
    page.presses_continue()
    expect(page.error_links()).to_have_count(2)
    page.link("Check answers").click()

    page.tab.go_back()
    expect(page.tab.locator("#G1-2")).to_be_checked()
    page.tab.go_back()
    page.tab.go_forward()

    expect(page.tab.get_by_role("heading", level=1)).to_have_text("Mandate and governance")
    expect(page.tab.locator("#G1-2")).to_be_checked()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_buttons_that_save_stay_in_sight_without_javascript(reads: Reads, language: Language) -> None:
    page = at_the_first_domain(reads(language, javascript=False))
    page.tab.set_viewport_size(PHONE)

    page.tab.locator("#G2").scroll_into_view_if_needed()

    for name in ("Save and continue", "Save and return to the tasks"):
        expect(page.button(name)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [SMALL_PHONE, ZOOMED], ids=["phone", "zoomed"])
def test_nothing_with_the_focus_lies_under_the_buttons(
    reads: Reads, language: Language, size: ViewportSize
) -> None:
    page = at_the_first_domain(reads(language))
    page.tab.set_viewport_size(size)
    page.tab.evaluate(f"{MEASURE}.unfold()")
    fingers = Keyboard(page.tab)

    covered = []
    while name := fingers.tabs_on():
        if page.tab.evaluate(f"{MEASURE}.isCovered()"):
            covered.append(name)

    assert not covered


def test_what_lies_under_the_buttons_comes_out_when_it_gets_the_focus(page: DomainPage) -> None:
    page.tab.set_viewport_size(SMALL_PHONE)
    notes = page.tab.locator("summary").filter(has_text="Comment and evidence G1")
    page.tab.locator("#G1").evaluate("e => e.focus({ preventScroll: true })")
    notes.evaluate("e => scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + 10)")

    page.tab.keyboard.press("Tab")

    expect(notes).to_be_focused()
    assert not page.tab.evaluate(f"{MEASURE}.isCovered()")


def test_the_header_of_an_assessment_is_small_on_a_phone(page: DomainPage) -> None:
    page.tab.set_viewport_size(PHONE)

    assert page.tab.get_by_role("main").evaluate("e => e.getBoundingClientRect().top") <= 90
