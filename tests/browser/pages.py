"""One class per page of the journey: found by role and name, in the reader's language."""

from dataclasses import dataclass
from typing import Self

from playwright.sync_api import Download, Locator, Page, expect

from app.maturity.opinions import OpinionQuestion
from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.maturity.text import Language, Text
from app.translations import translator
from tests.browser.pointer import InputDevice


@dataclass(frozen=True)
class Reader:
    """A person before a browser: what they read in, and how they use a page."""

    tab: Page
    hand: InputDevice
    language: Language
    questionnaire: Questionnaire

    def translate(self, sentence: str) -> str:
        """Return a sentence of the interface in the reader's language."""
        return translator(self.language)(sentence)

    def t(self, text: Text) -> str:
        """Return a text of the questionnaire in the reader's language."""
        return text.in_(self.language)

    def starts(self) -> "StartPage":
        """Open the first page."""
        self.tab.goto(f"/{self.language}/")
        return StartPage(self)

    def at_tasks(self) -> "TasksPage":
        """Take up the task list that is open."""
        return TasksPage(self)

    def has_a_code(self) -> "EnterCodePage":
        """Open the page that asks for a code."""
        self.tab.goto(f"/{self.language}/code")
        return EnterCodePage(self)


class Sheet:
    """What all pages share; making one waits for its heading."""

    heading = ""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.tab, self.hand = reader, reader.tab, reader.hand
        expect(self.tab.get_by_role("heading", level=1)).to_have_text(self._heading())
        expect(self.tab.locator("html")).to_have_attribute("lang", reader.language)

    def _heading(self) -> str:
        return self.reader.translate(self.heading)

    def button(self, sentence: str) -> Locator:
        """Find a button by its name in English."""
        return self.tab.get_by_role("button", name=self.reader.translate(sentence), exact=True)

    def link(self, sentence: str) -> Locator:
        """Find a link by its name in English."""
        return self.tab.get_by_role("link", name=self.reader.translate(sentence), exact=True)

    def group(self, name: str) -> Locator:
        """Find a group of choices by the question over it."""
        return self.tab.get_by_role("group", name=name, exact=True)

    def error_links(self) -> Locator:
        """Find the links of the error summary."""
        return self.tab.get_by_role("alert").get_by_role("link")

    def signs_out(self) -> "SignedOutPage":
        """Sign out, as every page of an assessment offers."""
        self.hand.follows(self.button("Sign out"))
        return SignedOutPage(self.reader)


class StartPage(Sheet):
    heading = "Check your social media policy readiness"

    def begins(self) -> "BeginPage":
        self.hand.follows(self.button("Begin an assessment"))
        return BeginPage(self.reader)


class BeginPage(Sheet):
    heading = "Begin an assessment"

    def describes(self, variant: str, organisation: str) -> Self:
        """Fill in the profile: a supplier of 50 to 249 people in Europe."""
        name = self.reader.t(self.reader.questionnaire.variants[variant].name)
        self._chooses("Which assessment do you want?", name)
        self.hand.types(
            self.tab.get_by_label(self.reader.translate("Name of your organisation (optional)")), organisation
        )
        self._chooses("Type of organisation", self.reader.translate("Supplier"))
        self._chooses("Size", self.reader.translate("50 to 249 people"))
        self._chooses("Region", self.reader.translate("Europe"))
        return self

    def presses_begin(self) -> "CodePage":
        self.hand.follows(self.button("Begin"))
        return CodePage(self.reader)

    def _chooses(self, question: str, answer: str) -> None:
        group = self.group(self.reader.translate(question))
        self.hand.chooses(group.get_by_role("radio", name=answer, exact=True))


class CodePage(Sheet):
    heading = "Keep your code"

    @property
    def code(self) -> str:
        return self.tab.locator("code").inner_text()

    def continues(self) -> "TasksPage":
        self.hand.follows(self.button("Continue to the tasks"))
        return TasksPage(self.reader)


class TasksPage(Sheet):
    heading = "Tasks"

    def opens(self, domain: Domain) -> "DomainPage":
        # The letter before the name is drawn, not read out.
        name = self.reader.t(domain.name)
        self.hand.follows(self.tab.get_by_role("link", name=name, exact=True))
        return DomainPage(self.reader, domain)

    def sees_the_results(self) -> "ResultsPage":
        main, name = self.tab.get_by_role("main"), self.reader.translate("Results")
        self.hand.follows(main.get_by_role("link", name=name, exact=True))
        return ResultsPage(self.reader)


class DomainPage(Sheet):
    def __init__(self, reader: Reader, domain: Domain) -> None:
        self.domain = domain
        super().__init__(reader)

    def _heading(self) -> str:
        return self.reader.t(self.domain.name)

    def question(self, question: Question) -> Locator:
        return self.group(f"{question.id} {self.reader.t(question.text)}")

    def answers(self, question: Question, level: int) -> Self:
        """Choose a level by the whole statement that stands beside it."""
        levels = self.reader.questionnaire.levels
        name = f"{level} {self.reader.t(levels[level])}. {self.reader.t(question.levels[level])}"
        self.hand.chooses(self.question(question).get_by_role("radio", name=name, exact=True))
        return self

    def notes(self, question: Question, comment: str, evidence: str, day: str) -> Self:
        """Unfold the notes of a question, and fill them in."""
        shown = f"{self.reader.translate('Comment and evidence')} {question.id}"
        self.hand.unfolds(self.tab.locator("summary").filter(has_text=shown))
        for label, text in (("Evidence", evidence), ("Date of the evidence", day), ("Comment", comment)):
            name = f"{question.id} {self.reader.translate(label)}"
            self.hand.types(self.tab.get_by_label(name, exact=True), text)
        return self

    def presses_continue(self) -> None:
        """Press the button, wherever it leads."""
        self.hand.follows(self.button("Save and continue"))

    def goes_on(self, following: Domain) -> "DomainPage":
        self.presses_continue()
        return DomainPage(self.reader, following)

    def ends(self) -> "OpinionsPage":
        """Continue from the last domain."""
        self.presses_continue()
        return OpinionsPage(self.reader)


class OpinionsPage(Sheet):
    heading = "Your opinion"

    def ticks(self, question: OpinionQuestion, *tokens: str) -> Self:
        group = self.group(f"{question.id} {self.reader.t(question.text)}")
        for option in question.options:
            if option.token in tokens:
                role = group.get_by_role("checkbox" if question.many else "radio")
                control = role.and_(group.get_by_label(self.reader.t(option.label), exact=True))
                (self.hand.ticks if question.many else self.hand.chooses)(control)
        return self

    def continues(self) -> "CheckPage":
        self.hand.follows(self.button("Save and continue"))
        return CheckPage(self.reader)


class CheckPage(Sheet):
    heading = "Check your answers"

    @property
    def text(self) -> str:
        return self.tab.get_by_role("main").inner_text()

    def completes(self) -> "ResultsPage":
        self.hand.follows(self.button("Complete"))
        return ResultsPage(self.reader)


class ResultsPage(Sheet):
    heading = "Results"

    @property
    def text(self) -> str:
        return self.tab.get_by_role("main").inner_text()

    def downloads(self, link: str) -> Download:
        with self.tab.expect_download() as download:
            self.link(link).click()
        return download.value


class SignedOutPage(Sheet):
    heading = "You are signed out"

    def returns(self) -> "EnterCodePage":
        self.hand.follows(self.link("Enter a code again"))
        return EnterCodePage(self.reader)


class EnterCodePage(Sheet):
    heading = "Enter your code"

    def enters(self, code: str) -> "TasksPage":
        self.hand.types(self.tab.get_by_label(self.reader.translate("Code of your assessment")), code)
        self.hand.follows(self.button("Open the assessment"))
        return TasksPage(self.reader)
