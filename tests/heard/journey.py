"""The trial’s way through an assessment: the keys pressed, and the pages that are read to their end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from playwright.sync_api import BrowserContext

from app.exchange import assessment_json
from app.maturity.text import Language
from tests import build
from tests.browser.cast import DAY
from tests.browser.site import Site
from tests.browser.spoken_tree import read_languages, read_tree
from tests.heard.comparison import Heard, compare, passages
from tests.heard.desk import TRIES, Desk, TrialError, Utterance
from tests.web.respondent import Respondent

# Orca’s word for a heading and for a ticked box.
HEADING = {"en": "heading level", "fr": "en-tête niveau"}
TICKED = {"en": "checked", "fr": "cochée"}


@dataclass(frozen=True)
class PageHeard:
    """A page of the trial: what Orca said, and what is wrong with it."""

    name: str
    said: tuple[Utterance, ...]
    heard: Heard


class Trial:
    """One person with a keyboard and no screen, and Chromium’s tree of the same page as the measure."""

    def __init__(self, site: Site, desk: Desk, seen: BrowserContext, language: Language) -> None:
        self._site, self._desk, self._language = site, desk, language
        self._tab = seen.new_page()
        self._owner = Respondent(site.app.test_client()).uploads(_assessment(site))
        self._path = f"/{language}/assessment/{self._owner.id}/"
        cookie = self._owner.client.get_cookie("muster")
        assert cookie is not None
        seen.add_cookies([{"name": "muster", "value": cookie.value, "url": site.address}])

    def run(self) -> Iterator[PageHeard]:
        """Open the assessment with its code, read its pages one after another, and use their forms."""
        self._enter_code()
        self._opens(self._path + "check")
        yield self._reads("check")
        self._completes()
        yield self._reads("results")
        self._opens(self._path + "results/recommendations")
        yield self._reads("recommendations")
        self._opens(self._path + "results/what-if")
        yield self._reads("what-if")
        self._supposes()
        yield self._reads("what-if-supposed")

    def _opens(self, path: str) -> None:
        """Open a page on both sides, and again where a key was lost on the way."""
        self._tab.goto(path)
        for _ in range(TRIES):
            self._desk.press("ctrl+l")
            self._desk.type(self._site.address + path)
            self._desk.press("Return")
            if any(self._tab.title() in each.text for each in self._desk.listen()):
                return
        raise TrialError(f"“{self._tab.title()}” did not open.")

    def _enter_code(self) -> None:
        code = self._owner.visits("code").code
        self._opens(f"/{self._language}/code")
        # Orca’s key for the next field, then for typing into it.
        self._desk.press("e", "Insert+a")
        self._desk.listen()
        self._desk.type(code)
        self._desk.press("Return")
        self._desk.listen()
        # Whether the code was typed in full shows at the first page that is opened.

    def _completes(self) -> None:
        """Go back from the end of the page to its last button, and press it."""
        button = self._tab.locator("main form button")
        self._desk.press("shift+b")
        if not any(button.inner_text() in each.text for each in self._desk.listen(quiet=1)):
            raise TrialError("The button that completes the assessment was not found.")
        self._desk.press("Return")
        self._desk.listen()
        self._clicks()

    def _supposes(self) -> None:
        """Tick the first two recommendations, and ask for the scores."""
        self._desk.press("ctrl+Home")
        self._desk.listen(quiet=1)
        for control in self._tab.get_by_role("checkbox").all()[:2]:
            self._desk.press("x")
            self._desk.listen(quiet=1)
            self._desk.press("space")
            if TICKED[self._language] not in [each.text.strip() for each in self._desk.listen(quiet=1)]:
                raise TrialError("No recommendation could be ticked.")
            control.check()
        self._desk.press("b", "Return")
        self._desk.listen()
        self._clicks()

    def _clicks(self) -> None:
        """Send the form on the side that is seen."""
        with self._tab.expect_navigation():
            self._tab.locator("main form button").click()

    def _reads(self, name: str) -> PageHeard:
        said = self._desk.read_whole()
        tree = read_tree(self._tab)
        # An image is in the reader’s language.
        named = [(self._language, image.name) for image in tree.find("image")]
        found = compare(
            passages(tree),
            said,
            [*read_languages(self._tab), *named],
            HEADING[self._language],
        )
        return PageHeard(name, tuple(said), found)


def _assessment(site: Site) -> bytes:
    """Return the file of an assessment with a comment, evidence, opinions, and an answer of every kind."""
    given = build.bellatrix(site.questionnaire)
    first = replace(given.answers["G1"], comment="Signed.", evidence="Register, entry 12", evidence_date=DAY)
    opinions = {"O1": ("very_important",), "O2": ("recruitment", "media_relations"), "O4": ("yes",)}
    whole = replace(given, answers={**given.answers, "G1": first}, opinions=opinions)
    return assessment_json.write(whole, site.questionnaire)
