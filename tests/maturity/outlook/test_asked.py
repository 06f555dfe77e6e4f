from app.maturity.answers import Answer
from app.maturity.outlook.asked import asked_of, count_asked
from app.maturity.scorecard import build
from tests import build as builders
from tests.figures.cast import card, questionnaire


def test_a_role_is_asked_for_its_own_practices_in_the_order_of_rank() -> None:
    # Four practices below the target of 3: two of security, one each of legal and of the executive.
    choices = {"A1": "1", "A4": "0", "I3": "1", "G2": "2"}
    answers = {q.id: Answer(choices.get(q.id, "3")) for q in questionnaire().questions_in("full")}
    scorecard = build(questionnaire(), builders.an_assessment(answers), completed=True)

    asked = {
        owner: [each.question.id for each in asked_of(scorecard, owner)] for owner in questionnaire().owners
    }

    assert {owner: sorted(ids) for owner, ids in asked.items()} == {
        "communications": [],
        "executive": ["G2"],
        "finance": [],
        "hr": [],
        "legal": ["I3"],
        "security": ["A1", "A4"],
    }
    ranks = [each.rank for each in asked_of(scorecard, "security")]
    assert ranks == sorted(ranks)


def test_every_recommendation_is_asked_of_one_role() -> None:
    scorecard = card("bellatrix")

    assert sum(count_asked(scorecard).values()) == len(scorecard.recommendations)
    assert list(count_asked(scorecard)) == list(questionnaire().owners)


def test_a_result_without_recommendations_asks_nothing_of_anybody() -> None:
    assert set(count_asked(card("nothing")).values()) == {0}
