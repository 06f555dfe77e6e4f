"""The survey finding by finding: the sector, our opinion, our practice."""

import pytest

from app.maturity.answers import Answer
from app.maturity.level import Level
from app.maturity.survey_table import SurveyRow, build_survey_table, widest_gap
from tests.build import a_questionnaire, a_scorecard, an_assessment, answers
from tests.figures.cast import card, pulse

QUESTIONNAIRE = a_questionnaire()
ALL = {"G1": 2, "G2": 1, "G3": 3, "C1": 3, "C2": 0, "E1": 4, "E2": 3, "E3": 4}


def rows(
    given: dict[str, Answer], variant: str = "full", opinions: dict[str, str] | None = None
) -> dict[str, SurveyRow]:
    """Return the rows by finding; several tokens of an opinion are separated by spaces."""
    own = {id: tuple(tokens.split()) for id, tokens in (opinions or {}).items()}
    card = a_scorecard(QUESTIONNAIRE, an_assessment(given, variant=variant, opinions=own))
    return {row.finding.name: row for row in build_survey_table(card)}


def test_the_rows_stand_in_the_order_of_the_questionnaire_whatever_the_answers() -> None:
    names = [finding.name for finding in QUESTIONNAIRE.survey.findings]

    assert list(rows(answers(**ALL))) == list(rows({})) == names


def test_the_level_comes_from_the_applicable_answered_practices() -> None:
    found = rows(answers(**ALL) | answers(E2="not_applicable"))

    # importance: G1 2 + G2 1 of 8 = 37.5; brand awareness: C1 3 of 4 = 75; hostility: E1 4 + E3 4 of 8.
    assert found["importance"].level is Level.DEFINED
    assert found["brand_awareness"].level is Level.APPLIED
    assert (found["hostility"].level, [q.id for q in found["hostility"].practices]) == (
        Level.PROVEN,
        ["E1", "E3"],
    )


def test_a_finding_has_no_level_while_nothing_is_answered_applies_or_is_asked() -> None:
    unanswered, left_out = rows({})["importance"], rows(answers(C1="not_applicable"))["brand_awareness"]
    not_asked = rows({}, "quick")["thought_leadership"]

    found = [(row.level, row.all_left_out, len(row.asked)) for row in (unanswered, left_out, not_asked)]
    assert found == [(None, False, 2), (None, True, 1), (None, False, 0)]


@pytest.mark.parametrize(
    ("finding", "opinion", "agrees"),
    [
        ("importance", {"O1": "essential"}, True),
        ("importance", {"O1": "very_important"}, True),
        ("importance", {"O1": "fairly_important"}, False),
        ("importance", {"O1": "dont_know"}, False),
        ("intention", {"O4": "yes"}, True),
        ("intention", {"O4": "no"}, False),
        ("brand_awareness", {"O2": "brand_awareness recruitment"}, True),
        ("brand_awareness", {"O2": "no_real_benefit"}, False),
        ("recruitment", {"O2": "brand_awareness recruitment"}, True),
        ("thought_leadership", {"O2": "brand_awareness recruitment"}, False),
        ("hostility", {"O3": "hostility skills"}, True),
        ("hostility", {"O3": "none"}, False),
    ],
)
def test_an_opinion_meets_the_finding_that_its_question_belongs_to(
    finding: str, opinion: dict[str, str], agrees: bool
) -> None:
    own = rows({}, opinions=opinion)[finding].own

    assert own is not None
    assert (own.agrees, own.question.id) == (agrees, next(iter(opinion)))


def test_without_an_answer_to_its_question_a_finding_has_no_opinion() -> None:
    assert [name for name, row in rows({}, opinions={"O4": "yes"}).items() if row.own] == ["intention"]


def test_colleagues_stand_beside_the_figure_that_they_were_asked_about() -> None:
    table = build_survey_table(card("bellatrix"), pulse(36))

    shares = {row.finding.name: row.colleagues.share.count for row in table if row.colleagues}
    assert shares == {
        "importance": 22,
        "intention": 24,
        "brand_awareness": 9,
        "recruitment": 18,
        "thought_leadership": 0,
        "hostility": 18,
    }


def test_a_question_that_too_few_colleagues_answered_is_not_shown() -> None:
    assert not any(row.colleagues for row in build_survey_table(card("bellatrix"), pulse(9)))


def test_the_widest_gap_is_the_largest_exposure_below_applied() -> None:
    # importance: 62 × (100 − 37.5) = 38.75; thought leadership: 56 × 100 = 56; hostility is Proven.
    found = widest_gap(tuple(rows(answers(**ALL)).values()))

    assert found is not None
    assert found.finding.name == "thought_leadership"


def test_at_applied_and_above_there_is_no_gap() -> None:
    at_applied = dict.fromkeys(ALL, 3)

    assert widest_gap(tuple(rows(answers(**at_applied)).values())) is None
    assert not any(row.lags for row in rows(answers(**at_applied)).values())
