import pytest

from app.maturity.pulse.counting import SENIORITY, PulseAnswer
from app.maturity.pulse.results import OptionResult, PulseResult, Share, build_results, compare_with_figure
from tests.build_survey import FIGURES
from tests.maturity.pulse.build import QUESTIONS, an_answer, closings, several_answers


def result_of(answers: list[PulseAnswer], grouping: str = "") -> PulseResult:
    (ledgers,) = closings(answers, grouping=grouping)
    return build_results(QUESTIONS, {id: each.published for id, each in ledgers.items()}, grouping, 100)


def answer_of(result: PulseResult, id: str, label: str) -> OptionResult:
    (question,) = (each for each in result.questions if each.question.id == id)
    return next(each for each in question.options if each.label.en == label)


def verdict(count: int, n: int, figure: str, band: tuple[int, int] | None = None) -> str:
    comparison = compare_with_figure(Share(count, n), FIGURES[figure], band, 100)
    assert comparison is not None
    return comparison.verdict


def test_the_two_top_options_are_compared_with_62_and_very_important_with_40() -> None:
    result = result_of(
        [
            *several_answers(6),
            *several_answers(8, "very_important"),
            *several_answers(6, "not_important_at_all"),
        ]
    )

    together = answer_of(result, "O1", "Very important or essential")
    assert (together.share.count, together.share.n) == (14, 20)
    assert together.comparison
    assert together.comparison.figure.share == 62
    alone = answer_of(result, "O1", "Very important")
    assert alone.comparison
    assert (alone.share.count, alone.comparison.figure.share) == (8, 40)
    not_at_all = answer_of(result, "O1", "Not important at all")
    assert not_at_all.comparison
    assert (not_at_all.share.count, not_at_all.comparison.figure.share) == (6, 9)


@pytest.mark.parametrize("label", ["Essential", "Fairly important", "Not very important", "Dont know"])
def test_answers_without_a_figure_are_compared_with_none(label: str) -> None:
    assert answer_of(result_of(several_answers(12)), "O1", label).comparison is None


def test_a_question_that_too_few_answered_has_no_counts_and_no_number_of_answers() -> None:
    result = result_of([*[an_answer("essential", O4="yes")] * 9, *several_answers(3)])

    assert [each.n for each in result.questions] == [12, None, None, None]
    assert [each.options for each in result.questions[1:]] == [(), (), ()]
    assert [each.question.id for each in result.shown_questions] == ["O1"]


# Newcombe's interval of 9/10 less 62/100 is -0.0369 to 0.4078, of 10/10 less 62/100 0.0885 to 0.4779.
@pytest.mark.parametrize(
    ("count", "n", "expected"),
    [(9, 10, "unclear"), (10, 10, "higher"), (0, 10, "lower"), (3, 10, "lower"), (4, 10, "unclear")],
)
def test_nine_of_ten_are_no_clear_difference_from_62_percent(count: int, n: int, expected: str) -> None:
    assert verdict(count, n, "F8") == expected


@pytest.mark.parametrize(("count", "expected"), [(400, "higher"), (0, "lower"), (248, "unclear")])
def test_shares_of_none_all_and_the_surveys_own_share(count: int, expected: str) -> None:
    assert verdict(count, 400, "F8") == expected


def test_about_one_third_is_exceeded_only_by_what_exceeds_both_30_and_37() -> None:
    # 30 of 60 is above 30 of 100 (0.0443 to 0.3470) and not clearly above 37 (-0.0269 to 0.2811).
    assert verdict(30, 60, "F14", (30, 30)) == "higher"
    assert verdict(30, 60, "F14", (37, 37)) == "unclear"
    assert verdict(30, 60, "F14", (30, 37)) == "unclear"
    assert verdict(40, 60, "F14", (30, 37)) == "higher"
    assert verdict(5, 60, "F14", (30, 37)) == "lower"
    assert verdict(11, 60, "F14", (37, 37)) == "lower"
    assert verdict(11, 60, "F14", (30, 37)) == "unclear"


def test_the_survey_has_its_own_interval() -> None:
    comparison = compare_with_figure(Share(5, 10), FIGURES["F8"], None, 100)

    assert comparison
    # Wilson for 62 of 100.
    assert (round(comparison.survey.lower, 4), round(comparison.survey.upper, 4)) == (0.5221, 0.7090)


def test_groups_are_in_the_order_of_the_form() -> None:
    groups = ("none", "staff", "team_lead", "management")

    result = result_of([answer for group in groups for answer in several_answers(12, group=group)], SENIORITY)

    assert list(result.questions[0].groups) == ["management", "team_lead", "staff", "none"]


def test_shown_groups_have_their_shares_beside_the_total() -> None:
    staff, management = (
        several_answers(10, group="staff"),
        several_answers(12, "very_important", group="management"),
    )

    answer = answer_of(result_of([*staff, *management], SENIORITY), "O1", "Essential")

    assert answer.share == Share(10, 22)
    assert answer.groups == {"staff": Share(10, 10), "management": Share(0, 12)}
