import pytest

from app.maturity.opinions import OpinionResult, compare_with_survey
from tests.build_survey import the_opinions

QUESTIONS = the_opinions()


def result_of(id: str, *tokens: str) -> OpinionResult:
    (result,) = compare_with_survey(QUESTIONS, {id: tokens})
    return result


@pytest.mark.parametrize(
    ("token", "met"),
    [
        ("essential", ["F8"]),  # with the 62%, no figure for this answer alone
        ("very_important", ["F6", "F8"]),  # 40% chose it; with the 62%
        ("not_important_at_all", ["F7"]),  # with the 9%
        ("fairly_important", []),
        ("not_very_important", []),
        ("dont_know", []),
    ],
)
def test_these_figures_cover_each_answer_on_importance(token: str, met: list[str]) -> None:
    assert [figure.id for figure in result_of("O1", token).figures] == met


def test_each_of_several_options_has_its_own_figure() -> None:
    result = result_of("O2", "media_relations", "recruitment", "brand_awareness")

    assert [figure.id for figure in result.figures] == ["F10", "F11"]
    assert [option.token for option in result.chosen] == ["brand_awareness", "recruitment", "media_relations"]


def test_a_figure_without_a_single_share_has_words() -> None:
    (figure,) = result_of("O3", "hostility").figures

    assert (figure.shown.en, figure.working, figure.confidence) == ("about one third", True, "C")


@pytest.mark.parametrize(("token", "met"), [("yes", ["F9"]), ("no", []), ("dont_know", [])])
def test_only_the_intention_to_act_has_a_figure(token: str, met: list[str]) -> None:
    assert [figure.id for figure in result_of("O4", token).figures] == met


def test_an_unanswered_opinion_has_no_result() -> None:
    results = compare_with_survey(QUESTIONS, {"O4": ("no",), "O2": (), "O1": ("essential",)})

    assert [result.question.id for result in results] == ["O1", "O4"]


def test_an_exclusive_answer_clashes_with_any_other() -> None:
    concerns = QUESTIONS[2]

    assert concerns.clash(("skills", "none")) == concerns.options[-1]
    assert concerns.clash(("none",)) is None
    assert concerns.clash(("skills", "hostility")) is None
