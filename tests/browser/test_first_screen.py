"""The first screen of the results, measured; and everything on one page, printed."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page
from pypdf import PdfReader

from app.exchange import assessment_json
from app.maturity.answers import Assessment
from app.maturity.text import Language
from tests.browser.site import Site
from tests.build import an_answer, an_assessment
from tests.web.respondent import Respondent

LONG_NAME = "Directorate for Communications, Information Systems and Public Affairs of the Armed Forces"
# The height of a desktop screen, and of a telephone’s screen and one more.
DESKTOP, TELEPHONE = (1280, 900), (390, 844)
# Imported files are read against the real clock; this day is past on every machine.
COMPLETED = date(2020, 11, 1)


@dataclass(frozen=True)
class Case:
    """An assessment that is open in a browser, by the address of its results without the language."""

    path: str
    cookie: str


def _levels(site: Site, level: int, gates: int) -> Assessment:
    """Answer everything at a level, and the gates at another, under a long name."""
    questions = site.questionnaire.questions_in("full")
    answers = {each.id: an_answer(gates if each.gate else level) for each in questions}
    version = site.questionnaire.version
    return an_assessment(answers, organisation=LONG_NAME, version=version, completed_on=COMPLETED)


def _begun(site: Site) -> Assessment:
    """Answer three practices, so that every gate is open and the result interim."""
    answers = {"G1": an_answer(1), "G2": an_answer(1), "G3": an_answer(1)}
    return an_assessment(answers, organisation=LONG_NAME, version=site.questionnaire.version)


@pytest.fixture(scope="session")
def cases(site: Site) -> dict[str, Case]:
    members = {
        # The longest sentence: the names of every must-have, all of them capping.
        "held": _levels(site, 4, 1),
        "ad hoc": _levels(site, 1, 1),
        "begun": _begun(site),
    }
    found = {}
    # The cast, which may have been imported just before, has used up the imports of a minute.
    site.app.extensions["muster-limits"].forget()
    for name, assessment in members.items():
        client = site.app.test_client()
        id = Respondent(client).uploads(assessment_json.write(assessment, site.questionnaire)).id
        cookie = client.get_cookie("muster")
        assert cookie is not None
        found[name] = Case(f"assessment/{id}/results", cookie.value)
    # The cast, which may be imported next, would meet the limit of imports within a minute.
    site.app.extensions["muster-limits"].forget()
    return found


@pytest.fixture
def tab(shared: BrowserContext) -> Iterator[Page]:
    tab = shared.new_page()
    yield tab
    tab.close()


def opens(tab: Page, site: Site, case: Case, language: Language, page: str = "") -> None:
    tab.context.clear_cookies()
    tab.context.add_cookies([{"name": "muster", "value": case.cookie, "url": site.address}])
    answer = tab.goto(f"{site.address}/{language}/{case.path}{page}")
    assert answer is not None
    assert answer.status == 200


def bottom(tab: Page, selector: str) -> float:
    """Return the lower edge of the last element that a selector finds, from the top of the page."""
    box = tab.locator(selector).last.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["held", "ad hoc", "begun"])
def test_the_first_screen_of_a_desktop_shows_everything_without_scrolling(
    tab: Page, site: Site, cases: dict[str, Case], name: str, language: Language
) -> None:
    tab.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    opens(tab, site, cases[name], language)

    edges = [bottom(tab, each) for each in (".results-held", ".results-first li", ".results-files a")]

    assert tab.locator(".results-first li").count() == 3
    assert max(edges) <= DESKTOP[1], edges


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["held", "ad hoc", "begun"])
def test_a_telephone_shows_it_within_one_screen_more(
    tab: Page, site: Site, cases: dict[str, Case], name: str, language: Language
) -> None:
    tab.set_viewport_size({"width": TELEPHONE[0], "height": TELEPHONE[1]})
    opens(tab, site, cases[name], language)

    edges = [bottom(tab, each) for each in (".results-held", ".results-first li", ".results-files a")]

    assert max(edges) <= 2 * TELEPHONE[1], edges


# The cast has published peers, which the page then compares with.
@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_at_ad_hoc_prints_on_at_most_sixteen_pages(
    tab: Page, site: Site, cases: dict[str, Case], language: Language
) -> None:
    opens(tab, site, cases["ad hoc"], language, "/all")

    pages = PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages

    assert 10 < len(pages) <= 16


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_chart_is_one_image_with_one_name_and_no_text(
    tab: Page, site: Site, cases: dict[str, Case], language: Language
) -> None:
    opens(tab, site, cases["held"], language, "/domains")

    spoken = tab.locator(".results-figure svg").first.aria_snapshot()

    assert 'img "' in spoken
    assert len(spoken.splitlines()) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_drawing_of_the_first_screen_repeats_its_words_and_is_not_spoken(
    tab: Page, site: Site, cases: dict[str, Case], language: Language
) -> None:
    opens(tab, site, cases["held"], language)

    position = tab.locator("#position")

    assert "img" not in position.aria_snapshot()
    assert position.locator(".results-drawing svg").is_visible()


def test_an_old_address_of_a_recommendation_leads_to_its_page(
    tab: Page, site: Site, cases: dict[str, Case]
) -> None:
    opens(tab, site, cases["ad hoc"], "en", "#recommendation-G1")

    tab.wait_for_url("**/results/recommendations#recommendation-G1")
