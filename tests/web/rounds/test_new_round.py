"""A new round on pages: last time's answers, confirmed one by one, by page, or changed."""

import pytest
from flask import Flask

from app.storage.rounds import rounds
from tests.web.respondent import Respondent


@pytest.fixture
def owner(app: Flask) -> Respondent:
    """Return an owner who has closed a quick check, all at level 3, with notes on G1."""
    begun = Respondent(app.test_client()).starts("quick", "Bellatrix").answers_all("3")
    notes = {"G1_comment": "Signed", "G1_evidence": "Order 12", "G1_evidence_date": "1 10 2024"}
    return begun.answers("G", "save", **notes).completes()


def progress(owner: Respondent) -> str:
    """Return the line under the heading of the tasks."""
    return owner.visits("").text.split("Quick check – ")[1].split(" This round")[0]


def test_every_answer_is_last_times_with_its_texts_and_none_is_confirmed(owner: Respondent) -> None:
    owner.begins_round()
    assert "A new round has begun" in owner.text
    assert progress(owner) == "0 of 17 confirmed or answered"

    page = owner.visits("G")

    assert page.selected("G1") == "3"
    assert page.text_of("G1-comment") == "Signed"
    assert page.text.count("Last time’s answer, not confirmed yet.") == 3
    assert "not confirmed yet on this page: 3 of 3" in page.text


def test_evidence_that_was_too_old_when_the_round_began_is_pointed_out(owner: Respondent) -> None:
    owner.begins_round()

    assert "The evidence is dated 1 October 2024: more than 12 months before" in owner.visits("G").text


def test_saving_without_a_tick_confirms_nothing(owner: Respondent) -> None:
    owner.begins_round().visits("G").sends({"action": "save"})

    assert progress(owner) == "0 of 17 confirmed or answered"


def test_a_tick_confirms_one_answer_as_it_is(owner: Respondent) -> None:
    owner.begins_round().visits("G").sends({"G1-confirm": "yes", "action": "save"})

    assert "Saved. Mandate and governance: 1 of 3 confirmed or answered." in owner.text
    assert progress(owner) == "1 of 17 confirmed or answered"
    page = owner.visits("G")
    assert page.text.count("Last time’s answer, not confirmed yet.") == 2
    assert page.text_of("G1-comment") == "Signed"
    assert page.text_of("G1-evidence") == "Order 12"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("G1", "4"),
        ("G1-comment", "Other"),
        ("G1-evidence", ""),
        ("G1-evidence-date", "2 10 2024"),
        ("G1", ""),
    ],
)
def test_to_change_an_answer_is_to_confirm_it(owner: Respondent, name: str, value: str) -> None:
    owner.begins_round().visits("G").sends({name: value, "action": "save"})

    assert owner.visits("G").text.count("Last time’s answer, not confirmed yet.") == 2
    assert progress(owner) == f"{int(bool(value) or name != 'G1')} of 17 confirmed or answered"


def test_the_page_is_confirmed_as_a_whole_and_leads_on(owner: Respondent) -> None:
    owner.begins_round().visits("G").sends({"action": "confirm"})

    assert owner.path == owner.address("I")
    assert progress(owner) == "3 of 17 confirmed or answered"


def test_going_on_asks_for_each_answer_that_is_not_confirmed(owner: Respondent) -> None:
    owner.begins_round().visits("G").sends({"G1-confirm": "yes", "action": "continue"})

    assert owner.status == 422
    assert owner.errors()[0].endswith("confirm last time’s answer, or change it")
    assert len(owner.errors()) == 2
    assert "Your answers on this page are saved." in owner.text
    assert progress(owner) == "1 of 17 confirmed or answered"


def test_a_strange_tick_is_refused(owner: Respondent) -> None:
    owner.begins_round().visits("G").sends({"G1-confirm": "perhaps", "action": "save"})

    assert owner.status == 422
    assert progress(owner) == "0 of 17 confirmed or answered"


def test_completing_demands_that_every_answer_is_confirmed(owner: Respondent) -> None:
    owner.begins_round().confirms_all().answers("G", "save", G1="4")
    assert owner.completes().path.endswith("/results")
    assert "Confirm each answer" not in owner.visits("").text

    owner.begins_round().visits("G").sends({"action": "confirm"})
    owner.completes()

    assert owner.status == 422
    assert len(owner.errors()) == 14
    assert "Last time’s answers, not confirmed yet: I1" in owner.text


def test_an_interim_result_says_that_last_times_answers_count(owner: Respondent) -> None:
    owner.begins_round().visits("G").sends({"action": "confirm"})

    text = owner.visits("results").text

    assert "75" in text
    assert "Last time’s answers that are not confirmed yet count too: 14." in text


def test_contributors_confirm_their_domains(owner: Respondent) -> None:
    code = owner.shares("contributor", "G").code
    owner.begins_round()
    contributor = Respondent(owner.client.application.test_client()).enters(code)
    assert "This round began on" in contributor.text

    contributor.visits("G").sends({"action": "confirm"})

    assert progress(owner) == "3 of 17 confirmed or answered"


def test_a_quick_check_and_then_a_full_assessment_are_two_rounds(owner: Respondent) -> None:
    files = owner.client.get(owner.address("rounds/1/files/scorecard.pdf")).data
    owner.begins_round("full")
    assert "0 of 46 confirmed or answered" in owner.text

    owner.answers_all("3").confirms_all().completes()

    text = owner.visits("rounds").text
    assert text.index("Round 2") < text.index("Full assessment") < text.index("Round 1")
    assert owner.client.get(owner.address("rounds/1/files/scorecard.pdf")).data == files


def test_the_new_round_is_undone_while_nothing_is_confirmed(owner: Respondent) -> None:
    before = owner.exported()
    owner.begins_round("full").visits("rounds/undo").sends()

    assert "The new round is undone" in owner.text
    assert owner.exported() == before
    assert "This round is closed" in owner.visits("G").text


def test_it_is_not_undone_once_an_answer_is_confirmed(owner: Respondent) -> None:
    tab = owner.begins_round().visits("rounds/undo").in_another_tab()
    owner.visits("G").sends({"G1-confirm": "yes", "action": "save"})

    tab.sends()

    assert tab.path == owner.address("")
    assert "rounds/undo" not in tab.response.text
    assert progress(owner) == "1 of 17 confirmed or answered"


def test_no_round_begins_that_could_not_be_kept(owner: Respondent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "MAX_ROUNDS", 1)
    sentence = "holds at most 40 rounds, so a new one could not be kept."

    assert sentence in owner.visits("rounds/begin").text
    owner.sends()

    assert owner.status == 422
    assert sentence in owner.errors()[0]
    assert "This round is closed" in owner.visits("G").text


def test_pressing_twice_begins_one_round(owner: Respondent) -> None:
    tab = owner.visits("rounds/begin").in_another_tab()
    owner.sends()
    owner.visits("G").sends({"G1-confirm": "yes", "action": "save"})

    assert tab.sends().path == owner.address("")
    assert progress(owner) == "1 of 17 confirmed or answered"


@pytest.mark.parametrize(("name", "value"), [("variant", "all"), ("questionnaire", "0.9")])
def test_a_variant_or_version_that_is_not_offered_is_refused(
    owner: Respondent, name: str, value: str
) -> None:
    owner.visits("rounds/begin").sends({name: value})

    assert owner.status == 422
    assert "This round is closed" in owner.visits("G").text


def test_the_newer_version_is_offered_with_what_it_changes(behind: Respondent) -> None:
    behind.completes().visits("rounds/begin")

    assert "To be confirmed one by one" in behind.text
    assert "Kitchen" in behind.text
    behind.sends()

    assert behind.exported()["questionnaire"]["version"] == "1.1"
    assert "The wording of this question has changed since" in behind.visits("G").text


def test_a_reworded_question_is_confirmed_only_by_its_own_tick(behind: Respondent) -> None:
    behind.completes().begins_round().visits("G").sends({"action": "confirm"})

    assert behind.status == 422
    assert any("its wording has changed" in sentence for sentence in behind.errors())
    behind.sends({"G1-confirm": "yes", "action": "confirm"})
    assert "Last time’s answer" not in behind.visits("G").text


def test_an_open_round_goes_on_after_an_import(behind: Respondent) -> None:
    behind.completes().begins_round()
    content = behind.client.get(behind.address("files/assessment.json")).data

    behind.uploads(content)

    assert "confirmed or answered" in behind.visits("").text
    assert "Undo the new round" in behind.text
    assert "The wording of this question has changed since" in behind.visits("G").text
    behind.sends({"action": "confirm"})
    assert any("its wording has changed" in sentence for sentence in behind.errors())


def test_the_earlier_version_may_be_kept(behind: Respondent) -> None:
    behind.completes().begins_round(questionnaire="1.0")

    assert behind.exported()["questionnaire"]["version"] == "1.0"
