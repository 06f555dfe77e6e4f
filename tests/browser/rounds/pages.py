"""The pages of rounds: found by role and name, in the reader's language."""

from pathlib import Path
from typing import Self

from playwright.sync_api import Locator

from app.maturity.questionnaire import Questionnaire
from tests.browser.pages import CheckPage, OpinionsPage, Sheet


class ImportPage(Sheet):
    heading = "Import an assessment"

    def imports(self, file: Path) -> str:
        """Import a file, and return the address of the assessment."""
        self.tab.locator('input[type="file"]').set_input_files(file)
        self.hand.follows(self.tab.locator("main form button"))
        return self.tab.url.removesuffix("/code")


class Rounds:
    """An assessment whose rounds are closed and begun at its pages, one after another."""

    def __init__(self, page: Sheet, address: str) -> None:
        self.reader, self.tab, self.hand, self.address = page.reader, page.tab, page.hand, address

    def closes(self, label: str) -> Self:
        """Name the round and complete it."""
        self.tab.goto(f"{self.address}/check")
        name = self.reader.translate("Name of this round (optional)")
        self.hand.types(self.tab.get_by_label(name), label)
        CheckPage(self.reader).completes()
        return self

    def begins(self, variant: str, version: str = "") -> Self:
        """Begin a new round from the tasks."""
        self.tab.goto(self.address)
        self.hand.follows(self._named("Begin a new round"))
        questionnaire = self.reader.questionnaire
        kind = self.reader.t(questionnaire.variants[variant].name)
        self.hand.chooses(self.tab.get_by_role("radio", name=kind, exact=True))
        if version:
            self.hand.chooses(self.tab.locator(f'input[name="questionnaire"][value="{version}"]'))
        self.hand.follows(self._named("Begin a new round"))
        return self

    def confirms(self, questionnaire: Questionnaire, variant: str) -> Self:
        """Confirm page after page, by itself what is reworded, and answer what is new."""
        for domain in questionnaire.domains:
            self.tab.goto(f"{self.address}/{domain.letter}")
            for question in questionnaire.questions_in(variant, domain.letter):
                if not self.tab.locator(f'input[name="{question.id}"]:checked').count():
                    self.hand.chooses(self.tab.locator(f'input[name="{question.id}"][value="2"]'))
            self._presses("Confirm this page and continue", "Save and continue")
            if self.tab.get_by_role("alert").count():
                for box in self.tab.locator('input[name$="-confirm"]').all():
                    self.hand.ticks(box)
                self._presses("Confirm this page and continue", "Save and continue")
        OpinionsPage(self.reader)
        return self

    def files(self, number: int) -> dict[str, bytes]:
        """Download the files of a round."""
        found = {}
        for name in ("scorecard.pdf", "board.pdf", "scorecard.json", "assessment.json"):
            response = self.tab.request.get(f"{self.address}/rounds/{number}/files/{name}")
            assert response.status == 200
            found[name] = response.body()
        return found

    def listed(self) -> list[str]:
        """Return the rows of the list of rounds."""
        self.tab.goto(f"{self.address}/rounds")
        return [row.inner_text() for row in self.tab.locator("tbody tr").all()]

    def _named(self, sentence: str) -> Locator:
        """Find a button, or a link that is drawn as one."""
        return self.tab.get_by_role("main").get_by_role(
            "button", name=self.reader.translate(sentence), exact=True
        )

    def _presses(self, *sentences: str) -> None:
        """Press the first of some buttons that the page has."""
        for sentence in sentences:
            if self._named(sentence).count():
                return self.hand.follows(self._named(sentence))
        raise AssertionError(sentences)
