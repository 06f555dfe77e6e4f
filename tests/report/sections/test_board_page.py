import re

import pytest

from app.maturity.answers import Answer
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import LANGUAGES, Language
from app.translations import translator
from app.translations.numerals import format_decimal
from tests import build as builders
from tests.figures.cast import card, questionnaire
from tests.report.documents import board, plain, render_board_page, words
from tests.typesetting.tagged.structure_tree import Node, tree

CAST = [
    (name, variant)
    for name in ("aldebaran", "bellatrix", "capella", "nothing")
    for variant in ("full", "quick")
]
each_page = pytest.mark.parametrize(
    ("name", "variant", "language"), [(*case, language) for case in CAST for language in LANGUAGES]
)


@each_page
def test_position_caps_and_decisions_are_the_scorecard_s(name: str, variant: str, language: Language) -> None:
    scorecard, printed = card(name, variant), words(board(name, variant, language))
    expected = [gate.id for gate in scorecard.overall.failing_gates]
    expected += [
        f"{each.question.id} {each.question.name.in_(language)}" for each in scorecard.recommendations[:3]
    ]
    expected += [each.question.why.in_(language) for each in scorecard.recommendations[:3]]
    expected += [questionnaire().owners[each.question.owner].in_(language) for each in scorecard.decisions]
    if scorecard.overall.score and scorecard.overall.level is not None:
        expected.append(questionnaire().levels[scorecard.overall.level].in_(language))

    assert [each for each in expected if plain(each) not in printed] == []


@each_page
def test_every_score_is_on_the_page(name: str, variant: str, language: Language) -> None:
    scorecard, printed = card(name, variant), numbers(words(board(name, variant, language)))
    scores = [scorecard.overall.score, *(each.score for each in scorecard.domains)]

    assert [each for each in scores if each and str(each.rounded) not in printed] == []


@each_page
def test_the_page_shows_no_number_but_the_scorecard_s(name: str, variant: str, language: Language) -> None:
    scorecard = card(name, variant)
    texts, counts = repeated_texts(scorecard, language)

    printed = numbers(words(board(name, variant, language)))

    assert printed - numbers(" ; ".join([*texts, *map(str, counts)])) == set()


def numbers(words: str) -> set[str]:
    """Return the numbers in a text, without those in ids of practices."""
    return set(re.findall(r"(?<![A-Z\d])\d+(?:[.,]\d+)?", words))


def repeated_texts(scorecard: Scorecard, language: Language) -> tuple[list[str], list[int]]:
    """Return the texts that the page repeats, and the numbers of the scorecard that it shows."""
    _, overall = translator(language), scorecard.overall
    scores = [overall.score, *(each.score for each in scorecard.domains)]
    counts = [each.rounded for each in scores if each] + [scorecard.answered, scorecard.asked, 100, 2012]
    counts += [
        number
        for each in scorecard.domains
        if each.rests_on_few_questions
        for number in (each.applicable, each.asked)
    ]
    # “Page 1 of 1”, the version of the questionnaire, the size in the profile, the date.
    texts = ["1", questionnaire().version, _("50 to 249 people"), "1 2026"]
    if overall.level is not None:
        texts.append(questionnaire().level_meanings[overall.level].in_(language))
    for each in scorecard.decisions:
        counts += [each.rank, each.horizon_days]
        texts += [each.question.why.in_(language), format_decimal(each.gain, 2, language)]
    for result in scorecard.survey.findings[:1]:
        figure = result.finding.figure
        counts += [result.readiness.rounded, result.exposure.rounded]
        texts += [each.in_(language) for each in (figure.shown, figure.base, figure.source)]
    return texts, counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_has_its_year_base_source_and_confidence(language: Language) -> None:
    survey, figure = questionnaire().survey, card("bellatrix").survey.findings[0].finding.figure
    printed = words(board("bellatrix", "full", language))

    expected = [survey.title, survey.issuer, "2012", f"{figure.confidence} ("]
    expected += [each.in_(language) for each in (figure.shown, figure.base, figure.source)]
    assert [each for each in expected if plain(each) not in printed] == []


def test_the_working_share_of_hostility_is_never_printed() -> None:
    answers = {
        q.id: Answer("0" if "hostility" in q.findings else "4") for q in questionnaire().questions_in("full")
    }
    scorecard = build(questionnaire(), builders.an_assessment(answers), completed=True)

    printed = words(render_board_page(scorecard, "en"))

    assert "Share in 2012: about one third" in printed
    assert re.findall(r"33\s?%", printed) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_share_is_compared_with_a_score(language: Language) -> None:
    comparing = (
        r"\b(above|below|higher|lower|better|worse|au-dessus|au-dessous|supérieure?|inférieure?|mieux|pire)\b"
    )
    (survey,) = (each for each in tree(board("bellatrix", "full", language)).all("Sect") if survey_of(each))

    assert not re.search(comparing, " ".join(node.words for node in survey.walk()), re.IGNORECASE)


def survey_of(section: Node) -> bool:
    return section.kids[0].kind == "H2" and "2012" in section.kids[0].words


def test_the_page_says_if_the_level_is_capped_gates_are_open_or_all_pass() -> None:
    answers = {q.id: Answer("1" if q.id == "I2" else "4") for q in questionnaire().questions_in("full")}
    capped = build(questionnaire(), builders.an_assessment(answers), completed=True)

    assert "What caps the level While one of these gates" in words(render_board_page(capped, "en"))
    assert "I2 Release review: Ad hoc" in words(render_board_page(capped, "en"))
    assert "Gates that stand open" in words(board("bellatrix", "full", "en"))
    assert "Nothing: every gate that applies" in words(board("aldebaran", "full", "en"))


def test_a_domain_based_on_few_answers_is_named() -> None:
    printed = words(board("capella", "full", "en"))

    assert "fewer than half of the practices asked: G 1 of 6" in printed
    assert "fewer than half" not in words(board("bellatrix", "full", "en"))


def test_an_interim_page_has_a_notice_and_a_complete_one_its_date() -> None:
    assert plain("Résultat provisoire (réponses : 1 sur 17)") in words(board("capella", "quick", "fr"))
    assert "Completed on 1 November 2026" in words(board("bellatrix", "full", "en"))
