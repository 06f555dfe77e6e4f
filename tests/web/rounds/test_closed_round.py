"""After Complete the forms are pages to read, and whatever is sent to them is refused and shown again."""

import pytest
from flask import Flask

from tests.web.checks import attributes, elements
from tests.web.pulse.colleague import close_pulse, open_pulse, send_answers
from tests.web.respondent import Fields, Respondent

# What a form that was open before the closing sends afterwards, and what the page then shows of it.
SENT: dict[str, tuple[Fields, str]] = {
    "G": ({"G1": "0", "G1-comment": "Typed too late", "action": "save"}, "G1 Comment Typed too late"),
    "opinions": ({"O1": "essential"}, "Essential"),
    "profile": ({"organisation": "Typed too late"}, "Typed too late"),
    "targets": ({"target-G": "4"}, "4 Proven"),
}
ANSWERS = {"G": "3 Applied", "opinions": "Not answered", "profile": "Bellatrix", "targets": "3 Applied"}


@pytest.fixture
def open_round(app: Flask) -> Respondent:
    """Return an owner who has answered a quick check, all at level 3."""
    return Respondent(app.test_client()).starts("quick", "Bellatrix").answers_all("3")


@pytest.fixture
def owner(open_round: Respondent) -> Respondent:
    return open_round.completes()


@pytest.mark.parametrize("name", SENT)
def test_a_form_is_a_page_to_read(owner: Respondent, name: str) -> None:
    page = owner.visits(name)

    main = next(elements(page.page.root, "main"))
    assert list(elements(main, "form", "input", "textarea")) == []
    assert "This round is closed" in page.text
    assert ANSWERS[name] in page.text
    assert owner.address("rounds/begin") in [attributes(link).get("href") for link in elements(main, "a")]


@pytest.mark.parametrize("name", SENT)
def test_what_a_form_sends_after_the_closing_is_refused_and_shown(open_round: Respondent, name: str) -> None:
    typed, shown = SENT[name]
    late = open_round.visits(name).in_another_tab()
    before = open_round.completes().exported()

    late.sends(typed)

    assert late.status == 409
    assert "This round is closed" in late.text
    assert shown in late.text
    assert open_round.exported() == before


def test_what_was_typed_too_late_is_sent_again_in_the_next_round(open_round: Respondent) -> None:
    late = open_round.visits("G").in_another_tab()
    open_round.completes()
    late.sends({"G1": "0", "G1-comment": "Typed too late", "action": "save"})
    open_round.begins_round()

    late.sends()
    assert late.status == 409
    assert "Saved in the meantime: 3 Applied" in late.text
    late.sends({"action": "save"})

    assert open_round.stored("G1") == {"level": 0, "comment": "Typed too late"}


def test_a_contributor_reads_and_cannot_begin_a_round(open_round: Respondent) -> None:
    code = open_round.shares("contributor", "G").code
    contributor = Respondent(open_round.client.application.test_client()).enters(code)
    late = contributor.visits("G").in_another_tab()
    open_round.completes()

    assert "once the owner has begun a new round" in contributor.visits("").text
    assert "3 Applied" in contributor.visits("G").text
    assert "rounds/begin" not in contributor.response.text
    assert late.sends({"G1": "0", "action": "save"}).status == 409
    assert open_round.stored("G1") == {"level": 3}


def test_the_tasks_and_the_check_lead_to_a_new_round(owner: Respondent) -> None:
    for name in ("", "check"):
        assert owner.address("rounds/begin") in owner.visits(name).response.text
    assert "/complete" not in owner.response.text
    assert f"{owner.address('G')}#G1" not in owner.response.text


def test_of_a_newer_version_only_the_next_round_knows(behind: Respondent) -> None:
    behind.completes()

    assert behind.visits("version").path.endswith("/rounds/begin")
    assert "version=" not in behind.visits("").response.text
    assert behind.exported()["questionnaire"]["version"] == "1.0"


def test_a_complete_result_of_an_earlier_release_is_open_and_says_how_to_keep_it(owner: Respondent) -> None:
    owner.imports_itself()

    assert "not kept as a round" in owner.visits("").text
    owner.completes()

    assert "Round 1" in owner.visits("rounds").text
    assert "This round is closed" in owner.visits("G").text


def test_an_earlier_result_that_was_changed_is_an_open_round(owner: Respondent) -> None:
    owner.imports_itself().answers("G", "save", G1="4")

    assert owner.visits("G").selected("G1") == "4"
    assert "Last time" not in owner.text
    assert owner.completes().status == 200
    assert "Round 1" in owner.visits("rounds").text


def test_a_closed_pulse_cannot_change_an_answer_of_a_closed_round(app: Flask) -> None:
    owner = Respondent(app.test_client()).starts("full").answers_all("1")
    send_answers(app, open_pulse(owner), 10)
    assert "This pulse supports level 3 Applied for V5" in close_pulse(owner, people="20").text
    token = owner.token()
    before = owner.completes().exported()

    owner.posts({"csrf_token": token, "action": "adopt"}, path=owner.address("pulse"))

    assert owner.status == 409
    assert "This round is closed" in owner.text
    assert owner.exported() == before
    assert owner.stored("V5") == {"level": 1}
