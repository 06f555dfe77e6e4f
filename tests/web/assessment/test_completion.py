from typing import Any

import pytest

from app.maturity.answers import unanswered
from app.maturity.questionnaire import Questionnaire
from tests.web.checks import attributes, elements, words
from tests.web.respondent import Respondent


def test_complete_names_every_blank_and_links_to_its_row(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2", G2="1")

    respondent.completes()

    assert respondent.status == 422
    assert len(respondent.errors()) == 15
    assert respondent.errors()[0].startswith("G5 Account register has")
    links = [attributes(link)["href"] for link in respondent.page.query(".govuk-error-summary a")]
    assert links[0] == "#row-G5"
    assert "completed_on" not in respondent.exported()


def test_a_complete_assessment_without_a_round_turns_interim_when_an_answer_changes_and_completes_again(
    respondent: Respondent,
) -> None:
    respondent.starts("quick").answers_all("3").completes()
    assert respondent.path.endswith("/results")
    respondent.imports_itself()
    assert respondent.exported()["completed_on"]

    respondent.answers("G", "save", G1="4")
    assert "completed_on" not in respondent.exported()

    respondent.completes()
    assert respondent.exported()["completed_on"]


def test_the_same_answers_again_or_another_opinion_leave_it_complete(respondent: Respondent) -> None:
    respondent.starts("quick").answers_all("3").completes().imports_itself()

    respondent.answers("G", "save", G1="3")
    respondent.visits("opinions").sends({"O1": "essential"})

    assert respondent.exported()["completed_on"]


def test_switching_the_variant_makes_it_interim(respondent: Respondent) -> None:
    respondent.starts("quick").answers_all("3").completes().imports_itself()

    respondent.visits("profile").sends({"variant": "full"})

    assert "completed_on" not in respondent.exported()
    assert "17 of 46 answered" in respondent.visits("").text


def test_a_contradiction_is_named_and_does_not_block(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    optional = [q for q in questionnaire.questions_in("quick") if q.not_applicable]
    reason = next(
        q.not_applicable for q in optional if [p.not_applicable for p in optional].count(q.not_applicable) > 1
    )
    left_out, described = [q for q in optional if q.not_applicable == reason][:2]
    respondent.starts("quick").answers_all("2")
    respondent.answers(left_out.domain_letter, "save", **{left_out.id: "not_applicable"})

    respondent.visits("check")
    assert "These answers contradict each other" in respondent.text
    assert f"{left_out.id} {left_out.name.en}: you answered “Not applicable”" in respondent.text
    assert described.id in respondent.text
    assert "You can still complete the assessment" in respondent.text

    assert respondent.completes().path.endswith("/results")
    closed = respondent.visits("check").text
    assert "A reader of the scorecard may ask about this." in closed
    assert "You can still complete the assessment" not in closed


def test_complete_needs_the_forms_token(respondent: Respondent) -> None:
    respondent.starts("quick").answers_all("3").visits("check")

    respondent.sends({"csrf_token": "forged"}, form="/complete")

    assert respondent.status == 422
    assert "completed_on" not in respondent.exported()


def test_two_presses_at_once_close_one_round_and_both_lead_to_the_results(
    respondent: Respondent, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = respondent.starts("quick").answers_all("3").visits("check").in_another_tab()

    def other_press(*given: Any) -> Any:  # noqa: ANN401  what the view asks
        monkeypatch.undo()
        missing = unanswered(*given)
        tab.sends(form="/complete")
        return missing

    # The view has read the assessment, and has not yet closed its round.
    monkeypatch.setattr("app.web.assessment.completion.unanswered", other_press)
    respondent.sends(form="/complete")

    assert [(each.status, each.path) for each in (respondent, tab)] == [
        (200, respondent.address("results"))
    ] * 2
    assert respondent.exported()["round"]["number"] == 1
    assert "rounds" not in respondent.exported()


def test_the_page_of_a_refused_complete_can_be_reloaded(respondent: Respondent) -> None:
    respondent.starts("quick").completes()

    assert respondent.opens(respondent.path).path.endswith("/check")


def test_opinions_with_a_fault_are_refused_and_the_sound_ones_stored(respondent: Respondent) -> None:
    respondent.starts("quick").visits("opinions")

    respondent.sends(
        {"O1": "forged", "O2": ["recruitment", "no_real_benefit"], "O3": ["skills"], "O4": "yes"}
    )

    assert respondent.status == 422
    assert [sentence[:3] for sentence in respondent.errors()] == ["O1 ", "O2 "]
    ticked = [attributes(box)["value"] for box in respondent.page.query('input[name="O2"][checked]')]
    assert ticked == ["recruitment", "no_real_benefit"]
    assert respondent.exported()["opinions"] == {"O3": ["skills"], "O4": "yes"}


def test_a_faulty_target_is_refused_and_the_others_are_stored(respondent: Respondent) -> None:
    respondent.starts("quick").visits("targets")

    respondent.sends({"target-G": "5", "target-I": "4"})

    assert respondent.status == 422
    assert (respondent.selected("target-G"), respondent.selected("target-I")) == (None, "4")
    targets = respondent.exported()["targets"]
    assert (targets.get("G", 3), targets["I"]) == (3, 4)


def test_each_answer_to_check_is_one_run_of_text_without_blocks(respondent: Respondent) -> None:
    """A screen reader loses an answer whose description begins with a block."""
    respondent.starts("quick").answers(
        "G", "save", G1="2", G1_comment="Two units", G1_evidence="Order 12", G1_evidence_date="1 10 2025"
    )
    respondent.visits("check")

    parts = (part for each in elements(respondent.page.root, "dl") for part in elements(each, "dt", "dd"))
    inside = {child.name for part in parts for child in elements(part)}
    [row] = respondent.page.query("#row-G1")
    assert inside == {"span", "b", "br", "a"}
    assert "2 Defined. We have an approved social media policy" in words(row)
    assert "Evidence: Order 12 (1 October 2025) Comment: Two units Change" in words(row)
    assert "Not answered. Change" in words(respondent.page.query("#row-G2")[0])


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Date of the evidence: 1"), ("fr", "Date de la preuve : 1er")]
)
def test_a_date_without_a_text_of_the_evidence_says_what_it_is(
    respondent: Respondent, language: str, label: str
) -> None:
    respondent.language = language
    respondent.starts("quick").answers("G", "save", G1="2", G1_evidence_date="1 10 2025")

    for page in ("check", "results/all"):
        assert label in respondent.visits(page).text
