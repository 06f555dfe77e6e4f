"""Two tabs or two people save one page: the second never overwrites the first unseen."""

import pytest

from tests.web.respondent import Fields, Respondent

PAGES = ["G", "profile", "opinions", "targets"]

# What each of two tabs types into a page, and where the export shows which of them is stored.
TYPED: dict[str, tuple[Fields, Fields]] = {
    "G": ({"G1": "1", "G1-comment": "First"}, {"G1": "3", "G1-comment": "Second"}),
    "profile": ({"organisation": "First"}, {"organisation": "Second"}),
    "opinions": ({"O1": "essential"}, {"O1": "dont_know"}),
    "targets": ({"target-G": "2"}, {"target-G": "4"}),
}
FIRST = {"G": "First", "profile": "First", "opinions": "Essential", "targets": "2 Defined"}


@pytest.fixture
def begun(respondent: Respondent) -> Respondent:
    return respondent.starts("full", "Bellatrix")


def held(tab: Respondent, topic: str, typed: Fields) -> bool:
    """Return whether the form of the last page holds what was typed."""
    return all((tab.selected(name) or tab.text_of(name)) == value for name, value in typed.items())


@pytest.mark.parametrize("topic", PAGES)
def test_the_second_save_sees_what_is_stored_keeps_its_own_and_stores_when_sent_again(
    begun: Respondent, topic: str
) -> None:
    first, second = TYPED[topic]
    tab = begun.visits(topic).in_another_tab()
    begun.sends({**first, "action": "save"} if topic == "G" else first)
    stored = begun.exported()

    tab.sends({**second, "action": "save"} if topic == "G" else second)
    assert tab.status == 409
    assert FIRST[topic] in tab.text
    assert "by you in another tab or window, or by somebody else" in tab.text
    assert held(tab, topic, second)
    assert begun.exported() == stored

    tab.sends({"action": "save"} if topic == "G" else {})
    assert tab.status == 200
    assert begun.exported() != stored
    assert held(begun.visits(topic), topic, second)


@pytest.mark.parametrize("topic", PAGES)
def test_the_same_content_twice_is_no_conflict(begun: Respondent, topic: str) -> None:
    typed = {**TYPED[topic][0], "action": "save"} if topic == "G" else TYPED[topic][0]
    tab = begun.visits(topic).in_another_tab()

    begun.sends(typed)

    assert tab.sends(typed).status == 200


@pytest.mark.parametrize("topic", PAGES)
def test_a_refused_form_still_meets_the_conflict_when_it_is_sent_again(begun: Respondent, topic: str) -> None:
    first, second = ({**typed, "action": "save"} if topic == "G" else typed for typed in TYPED[topic])
    tab = begun.visits(topic).in_another_tab()
    begun.sends(first)

    assert tab.sends({**second, "csrf_token": "old"}).status == 422

    assert tab.sends({"action": "save"} if topic == "G" else {}).status == 409


def test_two_domains_and_two_documents_never_conflict(begun: Respondent) -> None:
    tab = begun.visits("G").in_another_tab()
    begun.answers("I", "save", I1="2")
    begun.visits("opinions").sends({"O1": "essential"})

    assert tab.sends({"G1": "1", "action": "save"}).status == 200
    assert set(begun.exported()["answers"]) == {"G1", "I1"}


def test_both_answers_are_shown_only_where_they_differ(begun: Respondent) -> None:
    tab = begun.visits("G").in_another_tab()
    begun.sends({"G1": "1", "G2": "4", "action": "save"})

    tab.sends({"G1": "3", "G2": "4", "action": "continue"})

    notes = [node.to_text() for node in tab.page.query(".muster-saved")]
    assert len(notes) == 1
    assert "1 Ad hoc" in notes[0]


def test_a_third_save_between_is_a_conflict_again(begun: Respondent) -> None:
    tab = begun.visits("G").in_another_tab()
    begun.sends({"G1": "1", "action": "save"})
    tab.sends({"G1": "3", "action": "save"})
    begun.answers("G", "save", G1="2")

    assert tab.sends({"action": "save"}).status == 409
    assert begun.stored("G1") == {"level": 2}


def test_a_version_from_the_future_is_a_conflict(begun: Respondent) -> None:
    begun.visits("G").sends({"G1": "1", "version": "999999999", "action": "save"})

    assert begun.status == 409
    assert begun.exported()["answers"] == {}


def test_an_answer_that_changes_while_the_check_is_open_is_completed_as_it_stands(
    begun: Respondent,
) -> None:
    """The page of the check shows no version: Complete dates what is stored when the button is pressed."""
    begun.visits("profile").sends({"variant": "quick"})
    begun.answers_all("2").visits("check")
    begun.in_another_tab().answers("G", "save", G1="4")

    begun.sends(form="/complete")

    assert begun.stored("G1") == {"level": 4}
    assert "completed_on" in begun.exported()


@pytest.mark.parametrize("topic", ["opinions", "targets"])
def test_what_is_stored_is_named_only_where_it_differs(begun: Respondent, topic: str) -> None:
    first, second = TYPED[topic]
    tab = begun.visits(topic).in_another_tab()
    begun.sends(first)

    tab.sends(second)

    assert tab.text.count("Saved in the meantime:") == 1


def test_a_stored_profile_is_named_in_words_of_its_language(begun: Respondent) -> None:
    begun.language = "fr"
    tab = begun.visits("profile").in_another_tab()
    begun.sends({"organisation": "First", "variant": "quick"})

    tab.sends({"organisation": "Second"})

    assert "First\u202f; Évaluation rapide\u202f; Fournisseur ou sous-traitant\u202f; " in tab.response.text
