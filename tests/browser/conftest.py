import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from app.maturity.text import Language
from tests.browser.browser_log import BrowserLog
from tests.browser.cast import OpenCast, open_cast
from tests.browser.pages import Reader
from tests.browser.places.addresses import PAGE_STATES
from tests.browser.places.page_state import PageState
from tests.browser.pointer import Keyboard, Mouse
from tests.browser.site import Site, running
from tests.browser.visits import NARROW, WIDE, Visit, visit

# Chromium without its windows visits the pages in a quarter of the time.
CHROMIUM = Path("/usr/bin/chromium-headless-shell")
MISSING = f"{CHROMIUM} is missing: install Debian’s chromium-headless-shell to run the browser’s tests."

# Whatever a page might ask of another host finds no such host, and the watch names it.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

Reads = Callable[..., Reader]
BOTH: tuple[Language, ...] = ("en", "fr")
# One visit takes two seconds of a core: in make test each state is visited in one of the languages, in turn;
# make browser visits each in both.
VISITED_IN_BOTH = os.environ.get("BROWSER_LANGUAGES") == "both"
EVERY_PAGE = [
    (place, language)
    for number, place in enumerate(PAGE_STATES)
    for language in (BOTH if VISITED_IN_BOTH else (BOTH[number % 2],))
]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not CHROMIUM.exists():
        terminalreporter.write_line(f"No browser test was run: {MISSING}")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return {"executable_path": str(CHROMIUM), "args": ARGUMENTS}


@pytest.fixture(scope="session")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the application; nothing is served where there is no browser."""
    with running(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def cast(site: Site) -> OpenCast:
    """Return the assessments that the sweep over every page reads."""
    return open_cast(site)


@pytest.fixture(scope="session")
def shared(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """Yield one browser profile for all visits, which keeps style sheets and fonts like any browser."""
    context = browser.new_context(base_url=site.address)
    yield context
    context.close()


@pytest.fixture
def reads(browser: Browser, site: Site) -> Iterator[Reads]:
    """Yield a function that opens readers, each in a new profile; an error in their logs fails the test."""
    opened: list[tuple[BrowserContext, BrowserLog]] = []

    def reader(language: Language, *, javascript: bool = True, keyboard: bool = False) -> Reader:
        context = browser.new_context(base_url=site.address, java_script_enabled=javascript)
        tab = context.new_page()
        opened.append((context, BrowserLog(tab, site.address)))
        return Reader(tab, Keyboard(tab) if keyboard else Mouse(tab), language, site.questionnaire)

    yield reader
    complaints = [complaint for _, watch in opened for complaint in watch.complaints]
    for context, _ in opened:
        context.close()
    assert not complaints


@pytest.fixture(scope="session", params=EVERY_PAGE, ids=lambda each: f"{each[0].name}-{each[1]}")
def visited(request: pytest.FixtureRequest, shared: BrowserContext, cast: OpenCast) -> Iterator[Visit]:
    """Open every page once; the tests that take it look at it one after another."""
    place: PageState
    language: Language
    place, language = request.param
    visited = visit(shared, cast, place, language)
    yield visited
    visited.tab.close()


@pytest.fixture
def wide(visited: Visit) -> Visit:
    visited.resize(WIDE)
    return visited


@pytest.fixture
def narrow(visited: Visit) -> Visit:
    visited.resize(NARROW)
    return visited
