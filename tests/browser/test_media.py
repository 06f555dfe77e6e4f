"""The results on paper, and in the few colours that a reader chose for every page."""

import io
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize
from pypdf import PdfReader

from app.maturity import scorecard
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from tests.browser.cast import OpenCast, members
from tests.browser.places.addresses import PAGE_STATES
from tests.browser.site import Site
from tests.browser.visits import visit

PLACES = {place.name: place for place in PAGE_STATES}
RESULTS, BOARD = PLACES["results-all"], PLACES["results-board"]
# The width of A4 between its margins, in pixels.
PAPER: ViewportSize = {"width": 718, "height": 1000}
WHITE = "rgb(255, 255, 255)"


@pytest.fixture
def printed(language: Language, shared: BrowserContext, cast: OpenCast) -> Iterator[Page]:
    """Open everything on one page as it comes, folded, for the printer."""
    tab = visit(shared, cast, RESULTS, language, unfolded=False).tab
    tab.emulate_media(media="print")
    yield tab
    tab.close()


@pytest.fixture
def card(site: Site) -> Scorecard:
    return scorecard.build(site.questionnaire, members(site.questionnaire)["whole"], completed=True)


def words(text: str) -> str:
    """Return a text without white space, which print may put anywhere, and without its ligatures."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def opening(text: str) -> str:
    """Return the first words of a text, which no page break cuts."""
    return words(text)[:20]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_printed_results_unfold_every_recommendation(
    printed: Page, card: Scorecard, language: Language
) -> None:
    pages = PdfReader(io.BytesIO(printed.pdf(format="A4"))).pages

    text = words("".join(page.extract_text() for page in pages))

    missing = [
        advised.question.id
        for advised in card.recommendations
        if opening(advised.question.why.in_(language)) not in text
    ]
    assert card.recommendations
    assert not missing


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_printed_results_show_every_section_and_the_score(
    printed: Page, card: Scorecard, language: Language
) -> None:
    assert card.overall.score is not None

    headings = printed.get_by_role("main").get_by_role("heading", level=2)

    assert printed.get_by_text(str(card.overall.score.rounded), exact=True).first.is_visible()
    assert [heading.inner_text() for heading in headings.all() if heading.is_visible()]
    assert printed.get_by_role("img").first.is_visible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_cannot_be_pressed_on_paper_is_not_printed(printed: Page, language: Language) -> None:
    assert printed.get_by_role("navigation").filter(visible=True).count() == 0
    assert printed.get_by_role("button").filter(visible=True).count() == 0


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("page", ["results-board", "results-all"])
def test_the_words_of_the_printed_scale_are_as_large_as_the_text(
    shared: BrowserContext, cast: OpenCast, language: Language, page: str
) -> None:
    tab = visit(shared, cast, PLACES[page], language, unfolded=False).tab
    tab.set_viewport_size(PAPER)
    tab.emulate_media(media="print")

    text = tab.locator(".results-held").first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    printed = tab.locator(".results-drawing svg").first.evaluate(
        "each => each.getScreenCTM().a * Math.min(...[...each.querySelectorAll('text')]"
        ".map(word => parseFloat(word.getAttribute('font-size'))))"
    )

    assert text * 0.8 < printed < text * 1.4
    tab.close()


@pytest.fixture
def forced(language: Language, shared: BrowserContext, cast: OpenCast) -> Iterator[Page]:
    """Open the board page on a dark screen whose colours are forced."""
    tab = visit(shared, cast, BOARD, language).tab
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    yield tab
    tab.close()


def edge(links: Locator, side: str) -> set[str]:
    return set(links.evaluate_all(f"links => links.map(link => getComputedStyle(link).border{side}Color)"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_drawing_in_forced_colours_stands_on_white(forced: Page) -> None:
    papers = forced.locator(".results-drawing svg").evaluate_all(
        "drawings => drawings.map(each => getComputedStyle(each).backgroundColor)"
    )

    assert papers
    assert set(papers) == {WHITE}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("links", "side"), [(".muster-navigation__list a", "Bottom"), (".results-nav__list a", "Left")]
)
def test_in_forced_colours_only_the_current_page_has_a_visible_edge(
    forced: Page, links: str, side: str
) -> None:
    current = edge(forced.locator(f"{links}[aria-current]"), side)
    others = edge(forced.locator(f"{links}:not([aria-current])"), side)

    assert current
    assert others
    assert not current & others
