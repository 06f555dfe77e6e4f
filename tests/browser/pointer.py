"""Two ways to use a page: with a mouse, or with the keyboard alone."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page

MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")

# More stops than any page has.
_FARTHEST = 400


class InputDevice(Protocol):
    """What a person does to a page."""

    def follows(self, target: Locator) -> None:
        """Press a link or button that leads to another page."""

    def follows_within(self, target: Locator) -> None:
        """Press a link to another place on the same page."""

    def chooses(self, radio: Locator) -> None:
        """Choose one of a group."""

    def ticks(self, box: Locator) -> None:
        """Tick a box."""

    def unfolds(self, summary: Locator) -> None:
        """Open what is folded away."""

    def types(self, field: Locator, text: str) -> None:
        """Write into an empty field."""


class Mouse:
    """Points and clicks."""

    def __init__(self, tab: Page) -> None:
        self._tab = tab

    def follows(self, target: Locator) -> None:
        with self._tab.expect_navigation():
            target.click()

    def follows_within(self, target: Locator) -> None:
        target.click()

    def chooses(self, radio: Locator) -> None:
        radio.check()

    def ticks(self, box: Locator) -> None:
        box.check()

    def unfolds(self, summary: Locator) -> None:
        summary.click()

    def types(self, field: Locator, text: str) -> None:
        field.fill(text)


class Keyboard:
    """Goes by Tab and arrows, and looks at every stop whether the focus can be seen."""

    def __init__(self, tab: Page) -> None:
        self._tab = tab

    def follows(self, target: Locator) -> None:
        self.tabs_to(target)
        with self._tab.expect_navigation():
            self._tab.keyboard.press("Enter")

    def follows_within(self, target: Locator) -> None:
        self.tabs_to(target)
        self._tab.keyboard.press("Enter")

    def chooses(self, radio: Locator) -> None:
        name, place = radio.get_attribute("name"), radio.evaluate(f"e => {MEASURE}.placeInGroup(e)")
        group = self._tab.locator(f'input[name="{name}"]')
        self.tabs_to(group.first)
        self._tab.keyboard.press("Space")
        for _ in range(place):
            self._tab.keyboard.press("ArrowDown")
            self._looks()
        assert radio.is_checked()

    def ticks(self, box: Locator) -> None:
        self.tabs_to(box)
        self._tab.keyboard.press("Space")
        assert box.is_checked()

    def unfolds(self, summary: Locator) -> None:
        self.tabs_to(summary)
        self._tab.keyboard.press("Space")

    def types(self, field: Locator, text: str) -> None:
        self.tabs_to(field)
        self._tab.keyboard.type(text)

    def tabs_to(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        for _ in range(_FARTHEST):
            if self.is_at(target):
                return
            self.tabs_on()
        raise AssertionError(f"Tab never reaches {target}")

    def tabs_on(self) -> str:
        """Press Tab once; give a description of the stop, empty at the end of the page."""
        self._tab.keyboard.press("Tab")
        return self._looks()

    def is_at(self, target: Locator) -> bool:
        """Return whether the target has the focus."""
        found: bool = target.evaluate("e => e === document.activeElement")
        return found

    def _looks(self) -> str:
        stop = self._tab.evaluate(f"{MEASURE}.focus()")
        assert not stop["faults"], f"{stop['name']}: {stop['faults']}"
        return str(stop["name"])
