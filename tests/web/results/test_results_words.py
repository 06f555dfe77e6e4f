from dataclasses import replace

import pytest

from app.maturity.opinions import OpinionResult, compare_with_survey
from app.maturity.questionnaire import Questionnaire
from app.maturity.scorecard import build
from app.web.results.advice import Advice, advise
from app.web.results.opinion_words import describe_opinion
from app.web.results.results_view import sections
from tests.build import a_questionnaire, an_assessment, answers
from tests.figures.cast import wording_in


def opinion(questionnaire: Questionnaire, id: str, *tokens: str) -> OpinionResult:
    (result,) = compare_with_survey(questionnaire.opinions, {id: tokens})
    return result


def advice(**choices: int | str) -> dict[str, Advice]:
    card = build(a_questionnaire(), an_assessment(answers(**choices)), completed=True)
    return {
        each.recommendation.question.id: each for each in advise(card, wording_in("en", card.questionnaire))
    }


@pytest.mark.parametrize(
    ("answer", "sentences"),
    [
        ("essential", ("With the 62% who answered", "No figure was published for this answer alone.")),
        ("very_important", ("With the 62% who answered", "40% chose this answer in 2012.")),
        ("not_important_at_all", ("With the 9% who gave this answer in 2012.",)),
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


def test_a_failing_gate_says_that_it_comes_first() -> None:
    gate = advice(G1=2, E3=1)["E3"]

    assert "failing gates come first" in gate.reasons[0]
    assert "cannot rise above Defined" in gate.reasons[0]


def test_the_largest_gain_is_named_as_such() -> None:
    found = advice(G1=0, G2=2)

    # G1: 3 × 100 / (4 × 2 × 1) = 37.5 points; G2: 1 × 100 / 8 = 12.5.
    assert "No recommendation gains more: 37.50 of 100" in found["G1"].reasons[0]
    assert "It gains 12.50 of 100" in found["G2"].reasons[0]


def test_a_linked_finding_is_quoted_in_its_published_words() -> None:
    assert "“Importance” (62%)" in advice(G1=1)["G1"].reasons[-1]
    assert "(about one third)" in advice(E1=1)["E1"].reasons[-1]


def test_a_working_weight_is_not_spelled_out_as_a_share() -> None:
    importance = advice(E1=1)["E1"].sums[1]

    assert (importance.terms, importance.exact) == ("", "133/100")


def test_a_rounded_number_is_marked_as_rounded() -> None:
    steps, importance, effort, priority, gain = advice(G1=2, G2=1, E3=3)["G2"].sums

    # (3 − 1) × 100 / (4 × 2 × 2) = 25/2; effort 1; 2 × 81/50 = 81/25.
    assert (steps.terms, steps.exact) == ("3 − 1", "2")
    assert (gain.exact, gain.sign, gain.rounded) == ("25/2", "=", "12.50")
    assert (importance.exact, importance.sign, importance.rounded) == ("81/50", "=", "1.62")
    assert (effort.exact, effort.rounded) == ("1", "1")
    assert (priority.exact, priority.sign, priority.rounded) == ("81/25", "=", "3.24")


def test_without_a_score_only_sections_with_something_to_say_are_listed() -> None:
    card = build(a_questionnaire(), an_assessment(), completed=False)

    assert [each.id for each in sections(card, None, wording_in("en", card.questionnaire))] == [
        "position",
        "survey",
        "targets",
        "downloads",
    ]


def test_targets_that_differ_are_headed_by_their_range() -> None:
    assessment = replace(an_assessment(answers(G1=1)), targets={"G": 2, "C": 4})
    card = build(a_questionnaire(), assessment, completed=True)

    headings = {each.id: each.finding for each in sections(card, None, wording_in("en", card.questionnaire))}

    assert headings["targets"] == "The domains aim at levels from Defined to Proven"
