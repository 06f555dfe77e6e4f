import re
from dataclasses import replace
from datetime import date

import pytest

from app.figures.survey.table_words import board_sentences
from app.maturity.answers import Answer
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard, build
from app.maturity.survey_table import build_survey_table
from app.maturity.text import LANGUAGES, Language
from app.report import document_of_file
from tests import build as builders
from tests.figures.cast import card, questionnaire, wording_in
from tests.figures.cast_peers import among_suppliers
from tests.report.documents import board, plain, render_board_page, words

CAST = [
    (name, variant)
    for name in ("aldebaran", "bellatrix", "capella", "nothing")
    for variant in ("full", "quick")
]
each_page = pytest.mark.parametrize(
    ("name", "variant", "language"), [(*case, language) for case in CAST for language in LANGUAGES]
)


def decision_of(each: Recommendation, language: Language) -> str:
    """Return what the board is asked to decide on a practice, else the next step."""
    return (each.question.decision or each.actions[0]).in_(language)


def answered(choices: dict[str, str], otherwise: str, completed_on: date | None = None) -> Scorecard:
    """Return the scorecard of a full assessment with a few choices of its own."""
    answers = {q.id: Answer(choices.get(q.id, otherwise)) for q in questionnaire().questions_in("full")}
    assessment = builders.an_assessment(answers, completed_on=completed_on)
    return build(questionnaire(), assessment, completed=True)


@each_page
def test_position_must_haves_and_decisions_are_the_scorecard_s(
    name: str, variant: str, language: Language
) -> None:
    scorecard, printed = card(name, variant), words(board(name, variant, language))
    expected = [each.question.name.in_(language) for each in scorecard.decisions]
    expected += [decision_of(each, language) for each in scorecard.decisions]
    expected += [each.question.why.in_(language) for each in scorecard.decisions]
    expected += [questionnaire().owners[each.question.owner].in_(language) for each in scorecard.decisions]
    if scorecard.overall.score and scorecard.overall.level is not None:
        expected.append(str(scorecard.overall.score.rounded))
        expected.append(questionnaire().levels[scorecard.overall.level].in_(language))
        expected += [gate.name.in_(language) for gate in scorecard.overall.failing_gates]

    assert [each for each in expected if plain(each) not in printed] == []


def test_each_decision_has_its_owner_day_and_cost() -> None:
    # Account protection takes days, the plan for a hijacked account weeks; both are must-haves.
    scorecard = answered({"A1": "1", "A4": "0", "G2": "2"}, "4", date(2026, 11, 29))

    printed = words(render_board_page(scorecard, "en"))

    for effort in ("a few days", "a few weeks"):
        assert f"Security officer · by 29 December 2026 · effort: {effort}" in printed
    # Who decides takes days and is no must-have.
    assert (
        "Head of the organisation · by 29 December 2026 · effort: a few days Decision roles. Level: Defined."
        in printed
    )


def test_a_day_is_30_90_or_180_days_after_completion() -> None:
    # One practice each of days (G2), weeks (G5) and months (V3); none is a must-have.
    scorecard = answered({"G2": "2", "G5": "2", "V3": "2"}, "4", date(2026, 11, 29))
    assert [each.effort for each in scorecard.recommendations] == [1, 2, 4]

    printed = words(render_board_page(scorecard, "en"))

    # 29 November + 30 days: 1 left in November and 29 in December. + 90: 1 + 31 + 31 + 27. + 180: 1 + 31 +
    # 31 + 28 + 31 + 30 + 28.
    for day in ("29 December 2026", "27 February 2027", "28 May 2027"):
        assert f"by {day} ·" in printed


def test_without_a_day_of_completion_the_page_names_no_day() -> None:
    printed = words(render_board_page(answered({"G2": "2"}, "4"), "en"))

    assert "within 30 days · effort: a few days" in printed
    assert "Next review Six months after the assessment is completed." in printed


@pytest.mark.parametrize(
    ("language", "known"), [("en", "Answer: We don’t know"), ("fr", "Nous ne savons pas")]
)
def test_an_answer_that_nobody_knows_is_never_called_absent(language: Language, known: str) -> None:
    scorecard = answered({"I2": "unknown", "A4": "unknown", "E3": "unknown"}, "4")
    printed = words(render_board_page(scorecard, language))

    decisions = printed[printed.index(wording_in(language)._("Decisions for the board")) :]
    assert decisions.count(known) == 3
    assert questionnaire().levels[0].in_(language) not in decisions


@pytest.mark.parametrize(
    ("language", "boxes"),
    [("en", "Approved Amended Deferred"), ("fr", "Approuvée Modifiée Reportée")],
)
def test_each_decision_has_three_boxes_to_tick(language: Language, boxes: str) -> None:
    assert words(board("bellatrix", "full", language)).count(boxes) == 3
    assert boxes not in words(board("nothing", "full", language))


def test_the_page_says_what_holds_the_level_back_by_name() -> None:
    capped = answered({"I2": "1"}, "4")

    assert "held at Defined by one must-have still missing: Release review." in words(
        render_board_page(capped, "en")
    )
    assert "it cannot rise above Defined" in words(render_board_page(answered({}, "1"), "en"))
    assert "No must-have is missing" in words(board("aldebaran", "full", "en"))


def test_must_haves_are_marked_and_others_are_not() -> None:
    printed = words(render_board_page(answered({"A1": "1", "G2": "2"}, "4"), "en"))

    assert "Account protection (must-have). Level: Ad hoc" in printed
    assert "Decision roles. Level: Defined" in printed


def test_a_result_at_every_target_asks_for_no_decision() -> None:
    printed = words(render_board_page(answered({}, "3"), "en"))

    assert "There is nothing to decide: every answered practice is at its target." in printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["aldebaran", "bellatrix", "capella"])
def test_no_word_of_the_survey_or_the_method_is_on_the_page(name: str, language: Language) -> None:
    printed = words(board(name, "full", language))

    jargon = r"exposure|exposition|gate\b|variant|cohort|weighted|pondér|exact|priorit"
    assert re.findall(jargon, printed, re.IGNORECASE) == []


def test_an_interim_page_says_so_and_a_complete_one_has_its_date_and_its_review() -> None:
    interim, complete = words(board("capella", "quick", "fr")), words(board("bellatrix", "full", "en"))

    assert plain("Résultat provisoire (réponses : 1 sur 17)") in interim
    assert "uniquement sur les réponses données jusqu’ici" in interim
    assert "Completed on 1 November 2026" in complete
    assert "1 May 2027, six months after the assessment was completed." in complete
    assert "Based only" not in complete


@pytest.mark.parametrize(
    ("number", "position"),
    [
        (25, "(at least 25 organisations, November 2026): your overall readiness is in the lowest quarter."),
        (12, "(at least 10 organisations, November 2026): your overall readiness is below the median."),
    ],
)
def test_a_published_position_is_on_the_page(number: int, position: str) -> None:
    scorecard = card("bellatrix")
    content = document_of_file.render_pdf(
        scorecard, "en", board=True, standings=among_suppliers(scorecard, number)
    )

    assert position in words(content)


def test_without_a_published_position_nothing_is_said_of_others() -> None:
    scorecard = card("bellatrix")
    content = document_of_file.render_pdf(
        scorecard, "en", board=True, standings=among_suppliers(scorecard, 9)
    )

    assert "Organisations that answered" not in words(content)
    assert words(content) == words(board("bellatrix", "full", "en"))


def test_a_version_without_decisions_shows_the_next_step() -> None:
    scorecard = card("bellatrix")
    first = scorecard.recommendations[0]
    without = replace(first, question=replace(first.question, decision=None))
    shown = replace(scorecard, recommendations=(without, *scorecard.recommendations[1:]))

    assert plain(first.actions[0].en) in words(render_board_page(shown, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_survey_is_named_in_two_sentences_with_no_practice_above_or_below_a_share(
    language: Language,
) -> None:
    scorecard, wording = card("bellatrix"), wording_in(language)
    who, gap = board_sentences(build_survey_table(scorecard), wording)
    printed = words(board("bellatrix", "full", language))

    assert plain(who) in printed
    assert plain(gap) in printed
