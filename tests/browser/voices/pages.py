"""The pages of independent answers, the owner’s and a colleague’s, as a reader uses them."""

from typing import Self

from app.maturity.questionnaire import Domain, Question
from app.translations.voice_words import VOICE_ROLE_NAMES
from tests.browser.pages import DomainPage, Reader, Sheet


class VoicesPage(Sheet):
    """Whom the owner asked."""

    heading = "Independent answers"

    def asks(self) -> "InvitePage":
        self.hand.follows(self.button("Ask a colleague"))
        return InvitePage(self.reader)

    def states(self) -> list[str]:
        """Return the rows of the table, each as one text."""
        return [" ".join(text.split()) for text in self.tab.locator("tbody tr").all_inner_texts()]

    def sees_disagreement(self) -> "DisagreementPage":
        self.hand.follows(self.link("See where your colleagues disagree"))
        return DisagreementPage(self.reader)


class InvitePage(Sheet):
    heading = "Ask a colleague"

    def makes(self, role: str, domains: tuple[Domain, ...]) -> str:
        """Ask a role for some domains, and return the address of its link."""
        translate, t = self.reader.translate, self.reader.t
        self._chooses("For which role does your colleague answer?", translate(VOICE_ROLE_NAMES[role]))
        self._chooses("What should your colleague answer?", translate("Only the domains that I tick below"))
        for domain in domains:
            self.hand.ticks(self.tab.get_by_label(f"{domain.letter} {t(domain.name)}", exact=True))
        self.hand.follows(self.button("Make the link"))
        address = self.tab.locator("#share-address").inner_text()
        self.hand.follows(self.button("I have sent the link: back to the independent answers"))
        return address

    def _chooses(self, question: str, answer: str) -> None:
        group = self.group(self.reader.translate(question))
        self.hand.chooses(group.get_by_role("radio", name=answer, exact=True))


class OwnLinkPage(Sheet):
    """What a colleague reads before anything is opened."""

    heading = "You are asked for your independent answers"

    @property
    def text(self) -> str:
        return self.tab.get_by_role("main").inner_text()

    def opens(self) -> "OwnPage":
        self.hand.follows(self.button("Open"))
        return OwnPage(self.reader)


class OwnPage(Sheet):
    heading = "Your independent answers"

    @property
    def text(self) -> str:
        return self.tab.get_by_role("main").inner_text()

    def starts_with(self, domain: Domain) -> "OwnDomainPage":
        name = self.reader.translate("Start with %(domain)s") % {"domain": self.reader.t(domain.name)}
        self.hand.follows(self.tab.get_by_role("button", name=name, exact=True))
        return OwnDomainPage(self.reader, domain)

    def checks(self) -> "OwnCheckPage":
        self.hand.follows(self.link("Check your answers and finish"))
        return OwnCheckPage(self.reader)


class OwnDomainPage(DomainPage):
    def comments(self, question: Question, comment: str) -> Self:
        """Unfold the comment of a question, and fill it in."""
        shown = f"{self.reader.translate('Comment')} {question.id}"
        self.hand.unfolds(self.tab.locator("summary").filter(has_text=shown))
        name = f"{question.id} {self.reader.translate('Comment')}"
        self.hand.types(self.tab.get_by_label(name, exact=True), comment)
        return self

    def does_not_know(self, question: Question) -> Self:
        """Choose “We don’t know”."""
        name = self.reader.translate("We don’t know")
        self.hand.chooses(self.question(question).get_by_role("radio", name=name, exact=True))
        return self

    def leaves(self) -> OwnPage:
        """Save and go back to the page of one’s part."""
        self.hand.follows(self.button("Save and return to your domains"))
        return OwnPage(self.reader)


class OwnCheckPage(Sheet):
    heading = "Check your answers"

    def finishes(self) -> OwnPage:
        self.hand.follows(self.button("I have finished"))
        return OwnPage(self.reader)


class DisagreementPage(Sheet):
    def _heading(self) -> str:
        return self.tab.get_by_role("heading", level=1).inner_text()

    @property
    def text(self) -> str:
        return self.tab.get_by_role("main").inner_text()

    def order(self) -> list[str]:
        """Return the ids of the questions, from top to bottom."""
        return [heading.split()[0] for heading in self.tab.get_by_role("heading", level=3).all_inner_texts()]

    def settles(self, question: Question, level: int, note: str) -> Self:
        """Choose the organisation’s answer and note why; the page of all questions follows."""
        label = f"{self.reader.translate('Settle this question')} {question.id}"
        self.hand.follows(self.tab.get_by_role("link", name=label, exact=True))
        levels = self.reader.questionnaire.levels
        name = f"{level} {self.reader.t(levels[level])}. {self.reader.t(question.levels[level])}"
        self.hand.chooses(self.tab.get_by_role("radio", name=name, exact=True))
        field = self.tab.get_by_label(f"{question.id} {self.reader.translate('Comment')}", exact=True)
        self.hand.types(field, note)
        self.hand.follows(self.button("Save and go back"))
        return type(self)(self.reader)


def opens_link(reader: Reader, address: str) -> OwnLinkPage:
    """Open a link in the reader’s language."""
    path = "/v/" + address.split("/v/")[1]
    reader.tab.goto(
        path.replace("/v/en/", f"/v/{reader.language}/").replace("/v/fr/", f"/v/{reader.language}/")
    )
    return OwnLinkPage(reader)
