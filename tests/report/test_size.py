import pytest

from app.maturity.answers import Assessment
from app.maturity.scorecard import build
from app.maturity.text import Language
from app.report.scorecard import render_scorecard
from tests.build import an_answer, an_assessment
from tests.figures.cast import LANGUAGES, questionnaire, wording_in

KILOBYTE = 1024
OPINIONS = {"O1": ("essential",), "O2": ("recruitment",), "O3": ("hostility",), "O4": ("yes",)}


def full(choices: list[int]) -> Assessment:
    questions = questionnaire().questions_in("full")
    answers = {question.id: an_answer(each) for question, each in zip(questions, choices, strict=True)}
    return an_assessment(answers, opinions=OPINIONS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("choices", [[0] * 46, [2] * 46, [0, 1, 2, 3, 4] * 9 + [0]])
def test_a_full_scorecard_without_comments_takes_less_than_250_kb(
    choices: list[int], language: Language
) -> None:
    card = build(questionnaire(), full(choices), completed=True)

    assert len(render_scorecard(card, wording_in(language, card.questionnaire))) < 250 * KILOBYTE
