"""A visit to one page in one language."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, FilePayload, Page, Response

from app.maturity.text import Language
from tests.browser.browser_log import BrowserLog
from tests.browser.cast import OpenCast
from tests.browser.places.page_state import PageState, Typed
from tests.browser.pointer import MEASURE
from tests.browser.spoken_tree import SpokenNode, read_tree

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BEST_PRACTICE = "best-practice"
# The narrow one is a small telephone, and what 1280 by 1024 becomes when the reader zooms to 400 %.
WIDE, NARROW = (1280, 1024), (320, 256)


@dataclass(frozen=True)
class Violation:
    """A rule of axe that a page breaks, and the elements that break it."""

    rule: str
    tags: frozenset[str]
    selectors: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.rule}: {', '.join(self.selectors[:5])} ({len(self.selectors)} in all)"


class Visit:
    """An open page, what it was answered with, and what the browser complained of."""

    def __init__(
        self, tab: Page, answer: Response, watch: BrowserLog, place: PageState, language: Language
    ) -> None:
        self.tab, self.answer, self.watch = tab, answer, watch
        self.place, self.language = place, language

    @cached_property
    def spoken(self) -> SpokenNode:
        """Read once what a screen reader is given of the page, with everything unfolded."""
        return read_tree(self.tab)

    def measure(self, name: str) -> Any:  # noqa: ANN401  whatever the measurement gives
        """Take one of the measurements of measure.js."""
        return self.tab.evaluate(f"{MEASURE}.{name}()")

    def resize(self, size: tuple[int, int]) -> None:
        """Set the width and height of the page, in pixels."""
        if self.tab.viewport_size != {"width": size[0], "height": size[1]}:
            self.tab.set_viewport_size({"width": size[0], "height": size[1]})

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """Run axe once, over the page with everything unfolded."""
        options = {
            "runOnly": {"type": "tag", "values": [*WCAG, BEST_PRACTICE]},
            "resultTypes": ["violations"],
        }
        found = Axe().run(self.tab, options=options).response["violations"]
        return tuple(
            Violation(
                each["id"], frozenset(each["tags"]), tuple(str(node["target"][0]) for node in each["nodes"])
            )
            for each in found
        )


def visit(
    context: BrowserContext, cast: OpenCast, place: PageState, language: Language, *, unfolded: bool = True
) -> Visit:
    """Open a page, sending its form first where the place says so, and unfold everything on it."""
    tab = context.new_page()
    watch = BrowserLog(tab, cast.address)
    path = f"assessment/{cast.ids[place.whose]}/{place.path}" if place.whose else place.path
    if place.programme:
        path = f"programme/{cast.ids[place.programme]}/{place.path}"
    if place.link:
        path = cast.links[place.link].replace("/en/", "/{language}/")
    path = path.format(language=language, ids=cast.ids)
    address = path if path.startswith("/") else f"/{language}/{path}"
    context.clear_cookies()
    if place.whose or place.programme:
        cast.sign_in(context, place.whose or place.programme)
    answer = tab.goto(address)
    if place.forgotten:
        context.clear_cookies()
    if place.file is not None:
        answer = _uploads(tab, place.file)
    elif place.typed is not None:
        answer = _sends(tab, place.form, place.typed)
    assert answer is not None
    found = Visit(tab, answer, watch, place, language)
    if unfolded:
        found.measure("unfold")
    return found


def _sends(tab: Page, form: str, typed: Typed) -> Response:
    with tab.expect_navigation() as navigation:
        tab.evaluate(
            f"([form, typed]) => {MEASURE}.send(form, typed)", [form, [list(pair) for pair in typed]]
        )
    return navigation.value


def _uploads(tab: Page, content: bytes) -> Response:
    file = FilePayload(name="assessment.json", mimeType="application/json", buffer=content)
    tab.locator("input[type=file]").set_input_files(file)
    with tab.expect_navigation() as navigation:
        tab.evaluate("document.querySelector('main form').requestSubmit()")
    return navigation.value
