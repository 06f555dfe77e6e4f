"""Model clauses beside their recommendation: of the present results, of a closed round and of the example."""

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests.build import bellatrix
from tests.web.checks import words
from tests.web.respondent import Respondent


@pytest.fixture
def owner(app: Flask, questionnaire: Questionnaire) -> Respondent:
    content = assessment_json.write(bellatrix(questionnaire), questionnaire)
    return Respondent(app.test_client()).uploads(content)


def folded(person: Respondent) -> list[str]:
    """Return the titles of the clauses that are folded on the page."""
    return [words(title) for title in person.page.query("details .muster-clause__title")]


def expected(person: Respondent, questionnaire: Questionnaire) -> list[str]:
    """Return the titles of the clauses of the recommended practices, in their order."""
    scorecard = person.client.get(person.address("files/scorecard.json")).get_json()
    ids = [each["question"] for each in scorecard["recommendations"]]
    return [clause.title.en for id in ids for clause in questionnaire.policy.clauses.get(id, ())]


def test_every_recommendation_that_a_policy_can_help_has_its_clauses_folded(
    owner: Respondent, questionnaire: Questionnaire
) -> None:
    owner.visits("results/recommendations")

    assert folded(owner) == expected(owner, questionnaire) != []


def test_the_page_with_everything_leads_to_them_and_holds_none(owner: Respondent) -> None:
    owner.visits("results/all")

    assert folded(owner) == []
    assert "The model clauses are on the page of recommendations" in owner.text


def test_a_closed_round_has_them_and_offers_no_download(
    owner: Respondent, questionnaire: Questionnaire
) -> None:
    owner.completes().visits("rounds/1/results/recommendations")

    assert folded(owner) == expected(owner, questionnaire)
    assert "Download the clauses" not in owner.text


def test_the_example_has_them(app: Flask) -> None:
    visitor = Respondent(app.test_client()).opens("assessment/example/results/recommendations")

    assert folded(visitor)
    assert "Download the clauses" not in visitor.text


def test_a_link_for_results_only_reads_them_with_their_placeholders(app: Flask, owner: Respondent) -> None:
    owner.visits("policy/clauses").sends({"words-en-executive_body": "the Zyzzyva board"})
    viewer = Respondent(app.test_client()).enters(owner.shares("results_viewer").code)

    viewer.visits("results/recommendations")

    assert folded(viewer)
    assert "Zyzzyva" not in viewer.text
    assert viewer.client.get(viewer.address("policy/clauses")).status_code == 403
