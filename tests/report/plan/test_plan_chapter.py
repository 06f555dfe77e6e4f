"""The chapter on the plan: there if there is one, and whole."""

from datetime import date

import pytest

from app.maturity.text import LANGUAGES, Language
from app.translations.plan_words import practice_words, role_words
from tests.figures.cast import card, wording_in
from tests.maturity.plan.build import an_action
from tests.readers.sample import plan_of
from tests.report.documents import plain, reader, rendered, words
from tests.report.plan.plan_documents import typed_plan, with_plan
from tests.typesetting.tagged.structure_tree import tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_is_printed_with_its_person_practice_role_and_note(language: Language) -> None:
    wording, printed = wording_in(language), words(with_plan(language))

    expected = []
    for each in plan_of(card("bellatrix"), language):
        expected += [
            each.title,
            each.person,
            each.note,
            practice_words(each, wording),
            role_words(each, wording),
        ]
    assert [each for each in expected if plain(each) not in printed] == []


def test_the_actions_stand_under_their_state_by_day_and_a_done_one_says_when() -> None:
    plan = (
        an_action("a1", title="Later", due=date(2027, 5, 2)),
        an_action("a2", title="Never", state="dropped", note="No account"),
        an_action("a3", title="Without"),
        an_action("a4", title="Sooner", due=date(2027, 1, 5)),
        an_action("a5", title="Ready", state="done", done_on=date(2027, 2, 3)),
    )

    printed = words(with_plan("en", plan))

    assert (
        "Action plan 1 of 4 actions done; one dropped To do: 3 5 January 2027 Sooner 2 May 2027 Later"
        in printed
    )
    assert "No due date Without Done: 1 Done on 3 February 2027 Ready Dropped: 1" in printed


def test_a_document_without_a_plan_has_no_such_chapter() -> None:
    def chapters(content: bytes) -> int:
        headings = [heading.words for heading in tree(content).all("H1", "H2")]
        return headings.count("Action plan")

    assert (chapters(with_plan("en", ())), chapters(with_plan("en"))) == (0, 1)
    assert with_plan("en", ()) == rendered(card("bellatrix"), "en")


def test_the_chapter_begins_a_page_after_the_recommendations() -> None:
    begins = [page.extract_text() for page in reader(with_plan("fr")).pages]

    assert sum(each.startswith("Plan d’action\n") for each in begins) == 1


def test_a_title_in_the_other_language_is_marked_with_it() -> None:
    plan = (an_action(title="Écrire la politique", lang="fr"),)

    marked = [
        each.words for each in tree(with_plan("en", plan)).all("Span") if each.said.get("/Lang") == "fr"
    ]
    assert "Écrire la politique" in marked


def test_strange_and_hostile_text_is_printed() -> None:
    content = with_plan("en", typed_plan())

    typed = [each.title for each in typed_plan() if each.title.isascii() and each.title.isprintable()]
    assert len(typed) > 20
    assert [each for each in typed if plain(each) not in words(content)] == []
    assert len(reader(content).pages) > len(reader(with_plan("en", ())).pages)
