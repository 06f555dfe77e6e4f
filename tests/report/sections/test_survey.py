from functools import cache

import pytest

from app.figures.survey import table_words
from app.maturity.scorecard import Scorecard, build
from app.maturity.survey_table import build_survey_table
from app.maturity.text import Language
from app.report.scorecard import render_scorecard
from tests.build import an_answer, an_assessment
from tests.figures.cast import LANGUAGES, card, pulse, questionnaire, wording_in
from tests.report.documents import plain, reader

OPINIONS = {"O1": ("fairly_important",), "O2": ("recruitment", "brand_awareness"), "O4": ("dont_know",)}


# A page begins with its header, which holds the organisation's name.
HEADER = "Bellatrix "


@cache
def scorecard_of(kind: str) -> Scorecard:
    """Return Bellatrix's full assessment or quick check, or one with every practice Ad hoc."""
    if kind != "ad hoc":
        return card("bellatrix", kind)
    answers = {question.id: an_answer(1) for question in questionnaire().questions_in("full")}
    return build(questionnaire(), an_assessment(answers, opinions=OPINIONS), completed=True)


@cache
def page_of_the_survey(kind: str, language: Language, *, among_colleagues: bool) -> str:
    """Return the words of the page that begins with the survey's heading."""
    result = pulse(35, "seniority") if among_colleagues else None
    heading = wording_in(language)._("The 2012 survey")
    content = render_scorecard(scorecard_of(kind), wording_in(language), pulse=result)
    pages = [plain(page.extract_text()) for page in reader(content).pages]
    (found,) = [page for page in pages if page.removeprefix(HEADER).startswith(f"{heading} ")]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("among_colleagues", [False, True], ids=["alone", "among colleagues"])
@pytest.mark.parametrize("kind", ["full", "quick", "ad hoc"])
def test_the_whole_table_and_its_cautions_are_on_one_page(
    kind: str, among_colleagues: bool, language: Language
) -> None:
    scorecard = scorecard_of(kind)
    wording = wording_in(language, scorecard.questionnaire)
    survey = scorecard.questionnaire.survey
    expected = [survey.caution.in_(language), survey.precision.in_(language)]
    for row in build_survey_table(scorecard, pulse(35, "seniority") if among_colleagues else None):
        expected += [row.finding.figure.quote, *table_words.own_sentences(row, wording)]
        expected += [table_words.practice_words(row, wording), table_words.own_side_sentence(row, wording)]
        expected += table_words.practice_names(row, wording)
    page = page_of_the_survey(kind, language, among_colleagues=among_colleagues)

    assert [each for each in expected if plain(each) not in page] == []


def test_a_closed_pulse_stands_beside_our_own_answer() -> None:
    page = page_of_the_survey("quick", "en", among_colleagues=True)

    assert "You say the same. Your colleagues: 60% (21 of 35)" in page
    assert "Your colleagues" not in page_of_the_survey("full", "en", among_colleagues=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_of_ours_competes_with_the_readiness(language: Language) -> None:
    scorecard = scorecard_of("full")
    page = page_of_the_survey("full", language, among_colleagues=False)
    exposures = [
        wording_in(language).format_points(each.exposure.rounded) for each in scorecard.survey.findings
    ]

    assert [each for each in exposures if each in page] == []
    assert wording_in(language)._("Exposure") not in page
