"""Five colleagues of different domains answer alone, and the owner settles where they disagree."""

import pytest

from app.maturity.questionnaire import Domain, Question
from app.maturity.text import Language
from app.translations.voice_words import VOICE_ROLE_NAMES
from tests.browser.conftest import BOTH, Reads
from tests.browser.pages import Reader
from tests.browser.voices.pages import VoicesPage, opens_link

NOTE = "Décidé ensemble – <b>not markup</b> & 100 %"
# Who is asked for which domains, and the level that each gives everywhere; None does not know.
ASKED: tuple[tuple[str, str, int | None], ...] = (
    ("communications", "GA", 4),
    ("security", "A", 1),
    ("hr", "GP", 3),
    ("legal", "AG", None),
    ("executive", "G", 2),
)


def _domains(reader: Reader, letters: str) -> tuple[Domain, ...]:
    return tuple(each for each in reader.questionnaire.domains if each.letter in letters)


def _asked(reader: Reader, domain: Domain) -> tuple[Question, ...]:
    return reader.questionnaire.questions_in("quick", domain.letter)


def _answers_alone(reader: Reader, address: str, letters: str, level: int | None) -> str:
    """Answer page by page, leave and return once, finish; return all that the colleague read."""
    read = (link := opens_link(reader, address)).text
    domains = _domains(reader, letters)
    page = link.opens().starts_with(domains[0])
    for place, domain in enumerate(domains):
        if place:
            own = opens_link(reader, address).opens()
            read += own.text
            name = reader.translate("Go on with %(domain)s") % {"domain": reader.t(domain.name)}
            reader.hand.follows(reader.tab.get_by_role("button", name=name, exact=True))
            page = type(page)(reader, domain)
        for question in _asked(reader, domain):
            if level is None:
                page.does_not_know(question)
            else:
                page.answers(question, level)
        page.comments(_asked(reader, domain)[0], f"Level {level} of {letters}")
        read += reader.tab.get_by_role("main").inner_text()
        own = page.leaves()
    own = own.checks().finishes()
    return read + own.text


@pytest.mark.parametrize("language", BOTH)
def test_five_colleagues_answer_alone_and_the_owner_settles_what_they_dispute(
    reads: Reads, language: Language
) -> None:
    owner = reads(language, javascript=False)
    owner.starts().begins().describes("quick", "Aldebaran").presses_begin().continues()
    owner.hand.follows(
        owner.tab.get_by_role(
            "link",
            name=owner.translate("Ask colleagues to answer independently, and see where they disagree"),
            exact=True,
        )
    )
    page = VoicesPage(owner)
    links = []
    for role, letters, _level in ASKED:
        links.append(page.asks().makes(role, _domains(owner, letters)))
        page = VoicesPage(owner)
    not_begun = owner.translate("Has not begun")
    assert all(not_begun in row for row in page.states())

    for place, ((_role, letters, level), link) in enumerate(zip(ASKED, links, strict=True)):
        colleague = reads(language, javascript=False, keyboard=place == 1)
        read = _answers_alone(colleague, link, letters, level)
        others = [f"Level {other} of {theirs}" for _, theirs, other in ASKED if theirs != letters]
        assert owner.translate("Your own answers, and nothing that anybody else answers.") in read
        assert not [words for words in others if words in read]

    owner.tab.reload()
    finished = owner.translate("Finished on %(day)s").partition("%")[0]
    assert all(finished in row for row in VoicesPage(owner).states())
    shown = VoicesPage(owner).sees_disagreement()
    gates = [q.id for d in _domains(owner, "GA") for q in _asked(owner, d) if q.gate]
    assert shown.order()[: len(gates)] == gates
    for role, letters, level in ASKED:
        assert owner.translate(VOICE_ROLE_NAMES[role]) in shown.text
        assert f"Level {level} of {letters}" in shown.text
    first = next(q for q in owner.questionnaire.questions_in("quick") if q.id == shown.order()[0])
    settled = shown.settles(first, 2, NOTE)
    levels = owner.questionnaire.levels
    now = owner.translate("Your answer now: %(answer)s.") % {"answer": f"2 {owner.t(levels[2])}"}
    assert " ".join(now.split()) in " ".join(settled.text.split())
    owner.tab.goto(owner.tab.url.partition("/voices")[0] + f"/{first.domain_letter}")
    comment = owner.tab.locator(f"#{first.id}-comment")
    assert comment.input_value() == NOTE
