import io
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page
from pypdf import PdfReader

from app.maturity import scorecard
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from tests.browser.addresses import PAGE_STATES
from tests.browser.cast import OpenCast, members
from tests.browser.site import Site
from tests.browser.visits import visit

RESULTS = next(place for place in PAGE_STATES if place.name == "results-all")


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
