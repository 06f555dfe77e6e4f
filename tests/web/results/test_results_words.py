from dataclasses import replace
from fractions import Fraction

import pytest

from app.maturity.answers import Assessment
from app.maturity.opinions import OpinionResult, compare_with_survey
from app.maturity.questionnaire import Questionnaire
from app.maturity.scorecard import build
from app.web.results.advice import Advice, advise
from app.web.results.opinion_words import describe_opinion
from app.web.results.results_view import ResultsView
from app.web.results.sections import SECTIONS_OF_PAGE, describe_sections, result_pages
from tests.build import TODAY, a_questionnaire, an_answer, an_assessment, answers
from tests.figures.cast import LANGUAGES, wording_in


def opinion(questionnaire: Questionnaire, id: str, *tokens: str) -> OpinionResult:
    (result,) = compare_with_survey(questionnaire.opinions, {id: tokens})
    return result


def advice(**choices: int | str) -> dict[str, Advice]:
    card = build(a_questionnaire(), an_assessment(answers(**choices)), completed=True)
    advised = advise(card, TODAY, wording_in("en", card.questionnaire))
    return {each.recommendation.question.id: each for each in advised}


def view(assessment: Assessment) -> ResultsView:
    card = build(a_questionnaire(), assessment, completed=True)
    return ResultsView(card, wording_in("en", card.questionnaire), TODAY)


@pytest.mark.parametrize(
    ("answer", "sentences"),
    [
        (
            "essential",
            (
                "You agree with the 62% who answered",
                "No figure was published for “Essential (critical)” alone.",
            ),
        ),
        ("very_important", ("You agree with the 62% who answered", "40% chose “Very important” in 2012.")),
        ("not_important_at_all", ("You agree with the 9% who gave this answer in 2012.",)),
        ("fairly_important", ("The survey has no figure for this answer.",)),
        ("not_very_important", ("The survey has no figure for this answer.",)),
        ("dont_know", ("The survey has no figure for this answer.",)),
    ],
)
def test_importance_stands_beside_what_was_published_for_it(
    questionnaire: Questionnaire, answer: str, sentences: tuple[str, ...]
) -> None:
    (words,) = describe_opinion(opinion(questionnaire, "O1", answer), wording_in("en", questionnaire))

    text = " ".join(words.sentences)
    assert all(sentence in text for sentence in sentences)
    assert ("62%" in text) == (answer in ("essential", "very_important"))
    assert ("40%" in text) == (answer == "very_important")


def test_hostility_is_about_one_third_and_no_number(questionnaire: Questionnaire) -> None:
    (words,) = describe_opinion(opinion(questionnaire, "O3", "hostility"), wording_in("en", questionnaire))

    assert words.sentences[0] == "Published in 2012 for this answer: about one third."
    assert not any("33" in sentence for sentence in words.sentences)


def test_an_answer_meets_its_figures_with_their_provenance(questionnaire: Questionnaire) -> None:
    (words,) = describe_opinion(
        opinion(questionnaire, "O1", "very_important"), wording_in("en", questionnaire)
    )

    assert [figure.id for figure in words.figures] == ["F8", "F6"]


def test_a_must_have_says_why_it_comes_first() -> None:
    gate = advice(G1=2, E3=1)["E3"]

    assert "It is a must-have that is still missing" in gate.reasons[0]
    assert "cannot rise above Defined" in gate.reasons[0]


def test_a_gain_is_shown_with_one_decimal_and_is_no_reason() -> None:
    found = advice(G1=0, G2=2)

    # G1: 3 × 100 / (4 × 2 × 1) = 37.5 points; G2: 1 × 100 / 8 = 12.5.
    assert (found["G1"].points, found["G2"].points) == ("37.5 points", "12.5 points")
    assert not any("points" in reason for each in found.values() for reason in each.reasons)


def test_the_reasons_name_what_decides_the_place(questionnaire: Questionnaire) -> None:
    given = {each.id: an_answer(1) for each in questionnaire.questions_in("full")}
    card = build(questionnaire, an_assessment(given), completed=True)
    reasons = {
        each.recommendation.question.id: each.reasons
        for each in advise(card, TODAY, wording_in("en", questionnaire))
    }

    assert reasons["G3"] == (
        "Its place depends on the levels to go (2), the effort (a few weeks) and the 2012 survey"
        " (“Improving online presence is very important or essential”, 62%).",
    )
    assert reasons["I5"] == (
        "It builds on I1 Never-post list, which comes first.",
        "Its place depends on the levels to go (2) and the effort (a few weeks).",
    )
    assert reasons["A1"][1:] == (
        "Among these, its place depends on the levels to go (2) and the effort (a few days).",
    )
    assert reasons["G5"] == (
        "It is a foundation, on which other practices depend."
        " Right after the must-haves come the foundations.",
        "Among these, its place depends on the levels to go (2) and the effort (a few weeks).",
    )


def test_french_counts_points_in_the_plural_from_two_on() -> None:
    english, french = (wording_in(language) for language in LANGUAGES)
    values = tuple(map(Fraction, ("0", "1", "1.5", "1.85", "1.99", "2")))

    assert [english.format_points(each) for each in values] == [
        "0 points",
        "1 point",
        "1.5 points",
        "1.9 points",
        "2 points",
        "2 points",
    ]
    assert [french.format_points(each) for each in values] == [
        "0\u00a0point",
        "1\u00a0point",
        "1,5\u00a0point",
        "1,9\u00a0point",
        "2\u00a0points",
        "2\u00a0points",
    ]


def test_names_are_joined_as_in_a_sentence() -> None:
    english, french = (wording_in(language) for language in LANGUAGES)

    assert [english.join_names(each) for each in (["A"], ["A", "B"], ["A", "B", "C"])] == [
        "A",
        "A and B",
        "A, B and C",
    ]
    assert french.join_names(["A", "B"]) == "A et B"


def test_a_linked_finding_is_quoted_in_its_published_words() -> None:
    assert "(“Importance”, 62%)" in advice(G1=1)["G1"].reasons[-1]
    assert ", about one third)" in advice(E1=1)["E1"].reasons[-1]


def test_a_working_weight_is_not_spelled_out_as_a_share() -> None:
    importance = advice(E1=1)["E1"].importance

    assert (importance.terms, importance.exact) == ("", "133/100")


def test_a_priority_is_exact_and_its_decimals_are_marked() -> None:
    found = advice(G1=2, G2=1, E3=3)["G2"]

    # (3 − 1) × 100 / (4 × 2 × 2) = 25/2; effort 1; 2 × 81/50 = 81/25.
    assert (found.steps.terms, found.steps.exact) == ("3 − 1", "2")
    assert (found.gain.exact, found.gain.sign, found.gain.rounded) == ("25/2", "=", "12.50")
    assert (found.importance.exact, found.importance.sign, found.importance.rounded) == ("81/50", "=", "1.62")
    assert (found.priority.exact, found.priority.sign, found.priority.rounded) == ("81/25", "=", "3.24")


def test_without_a_score_only_pages_with_something_to_say_are_listed() -> None:
    nothing = view(an_assessment())

    assert [each.name for each in result_pages(nothing.card, nothing.wording)] == ["results", "survey"]
    assert [each.id for each in describe_sections(nothing, *SECTIONS_OF_PAGE)] == ["survey"]


def test_targets_that_differ_are_headed_by_their_range() -> None:
    differing = view(replace(an_assessment(answers(G1=1)), targets={"G": 2, "C": 4}))
    alike = view(an_assessment(answers(G1=1)))

    findings = [
        {each.id: each.finding for each in describe_sections(each_view, "domains")}["targets"]
        for each_view in (differing, alike)
    ]

    assert findings == ["The domains aim at levels from Defined to Proven", "Every domain aims at Applied"]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"G1": 1}, "One practice to improve: what to do, who does it, and by when."),
        ({"G1": 1, "G2": 1}, "2 practices to improve, in order: what to do, who does it, and by when."),
        ({"G1": 4}, "Every answered practice is at its target"),
    ],
)
def test_the_list_of_pages_counts_the_recommendations(choices: dict[str, int], words: str) -> None:
    counted = view(an_assessment(answers(**choices)))

    pages = {each.name: each.about for each in result_pages(counted.card, counted.wording)}

    assert pages["recommendations"] == words
