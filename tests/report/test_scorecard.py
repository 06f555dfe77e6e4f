import re

import pytest

from app.maturity.scorecard import Scorecard, build
from app.maturity.text import Language
from app.translations import load_messages, translator
from tests.build import an_answer, an_assessment
from tests.figures.cast import card, questionnaire
from tests.report.documents import CASES, pages, plain, rendered, text, words

LANGUAGES: tuple[Language, Language] = ("en", "fr")

each_document = pytest.mark.parametrize(
    ("name", "variant", "language"), [(*case, language) for case in CASES for language in LANGUAGES]
)


@each_document
def test_overall_readiness_is_printed_rounded_and_exact(name: str, variant: str, language: Language) -> None:
    score = card(name, variant).overall.score

    assert score is not None
    shown = translator(language)("(%(sum)s) ÷ %(count)s = %(exact)s, shown as %(rounded)s.")
    end = shown.partition("%(exact)s")[2] % {"rounded": score.rounded}
    sums = text(name, variant, language)
    assert re.search(rf"\) ÷ \d+ = {score.exact}( [=≈] [\d.,]+)?{re.escape(plain(end))}", sums)
    assert f" {score.rounded} " in sums


@each_document
def test_every_domain_has_its_score_rounded(name: str, variant: str, language: Language) -> None:
    missing = []
    for each in card(name, variant).domains:
        title = plain(f"{each.domain.letter} {each.domain.name.in_(language)}")
        row = f"{title} {each.score.rounded} " if each.score else f"{title} – "
        if row not in text(name, variant, language):
            missing.append(row)

    assert missing == []


@each_document
def test_every_finding_has_its_readiness_and_exposure(name: str, variant: str, language: Language) -> None:
    missing = []
    for each in card(name, variant).survey.findings:
        terms = f"100 × {each.points} ÷ {4 * len(each.practices)} = {each.readiness.exact}"
        expected = [f"{', '.join(each.practices)} {terms}"]
        if not each.finding.figure.working:
            missing_points = 100 - each.readiness.exact
            expected.append(f"{each.finding.share} × {missing_points} ÷ 100 = {each.exposure.exact}")
        missing += [part for part in expected if part not in text(name, variant, language)]

    assert missing == []


@each_document
def test_survey_weighted_readiness_is_printed_exactly_with_its_findings(
    name: str, variant: str, language: Language
) -> None:
    view = card(name, variant).survey
    sentence = translator(language)(
        "Survey-weighted readiness, the mean over %(found)s of %(of)s findings weighted by their shares:"
        " %(exact)s, shown as %(rounded)s."
    )
    before, _, after = sentence.partition("%(exact)s")

    assert view.weighted is not None
    counts = {"found": len(view.findings), "of": view.finding_count, "rounded": view.weighted.rounded}
    assert plain(f"{before % counts}{view.weighted.exact}") in text(name, variant, language)
    assert plain(after % counts) in text(name, variant, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_recommendation_has_gain_importance_and_priority(language: Language) -> None:
    document = text("bellatrix", "full", language)
    missing = []
    for each in card("bellatrix").recommendations:
        name = plain(f"{each.question.id} {each.question.name.in_(language)}")
        importance = f"{each.importance_terms} = {each.importance}" if each.importance_terms else ""
        priority = f"{each.steps} × {each.importance} ÷ {each.effort} = {each.priority}"
        gain = f"× {each.scored_domains}) = {each.gain}"
        row = f"{each.rank} {each.question.id} "
        missing += [part for part in (name, row, importance, priority, gain) if part not in document]

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["bellatrix", "ad hoc"])
def test_a_recommendation_has_its_statements_steps_reason_evidence_and_guidance(
    name: str, language: Language
) -> None:
    scorecard = card("bellatrix") if name == "bellatrix" else ad_hoc_throughout()
    document = (
        text("bellatrix", "full", language) if name == "bellatrix" else words(rendered(scorecard, language))
    )
    missing = []
    for each in scorecard.recommendations:
        question = each.question
        expected = [*each.actions, *question.evidence, question.why, question.levels[each.target]]
        expected += [] if each.answer.is_unknown else [question.levels[each.level]]
        for cited in (scorecard.questionnaire.guidance[id] for id in question.guidance):
            expected += [cited.title, cited.issuer, cited.requires]
        missing += [
            plain(part.in_(language)) for part in expected if plain(part.in_(language)) not in document
        ]

    assert len(scorecard.recommendations) > 20
    assert missing == []


def ad_hoc_throughout() -> Scorecard:
    answers = {question.id: an_answer(1) for question in questionnaire().questions_in("full")}
    return build(questionnaire(), an_assessment(answers), completed=True)


@each_document
def test_every_domain_s_sum_is_written_out(name: str, variant: str, language: Language) -> None:
    sums = [
        f"100 × {each.points} ÷ {each.maximum_points} = {each.score.exact}"
        for each in card(name, variant).domains
        if each.score
    ]

    assert [each for each in sums if each not in text(name, variant, language)] == []


@each_document
def test_every_question_has_its_answer(name: str, variant: str, language: Language) -> None:
    scorecard = card(name, variant)
    missing = []
    for question in questionnaire().questions_in(variant):
        answer = scorecard.assessment.answer(question)
        expected = [question.name]
        if answer.applies and not answer.is_unknown:
            expected.append(question.levels[answer.points])
        if answer.is_given and not answer.applies and question.not_applicable:
            expected.append(question.not_applicable)
        missing += [
            each.en for each in expected if plain(each.in_(language)) not in text(name, variant, language)
        ]

    assert missing == []


@each_document
def test_every_survey_figure_has_source_base_and_confidence(
    name: str, variant: str, language: Language
) -> None:
    survey = questionnaire().survey
    _ = translator(language)
    facts = _("Base: %(base)s. Source: %(source)s. Confidence: %(confidence)s.")
    expected = [survey.caution.in_(language), survey.precision.in_(language)]
    for figure in survey.figures.values():
        base, source = figure.base.in_(language), figure.source.in_(language)
        expected.append(facts % {"base": base, "source": source, "confidence": figure.confidence})

    assert [each for each in expected if plain(each) not in text(name, variant, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_opinion_is_expected_with_its_published_figures(language: Language) -> None:
    document = text("bellatrix", "full", language)
    claims = [figure.claim for result in card("bellatrix").opinions for figure in result.figures]

    assert len(claims) == 3  # very important: 40% and, with essential, 62%; hostility: about one third
    assert [claim.en for claim in claims if plain(claim.in_(language)) not in document] == []


def test_the_working_share_of_hostility_is_never_expected_as_a_percentage() -> None:
    document = text("bellatrix", "full", "en")

    assert "about one third" in document
    assert re.findall(r"\b33\s?%|\b33/100", document) == []


def test_a_quick_check_states_the_number_of_findings_it_covers() -> None:
    assert "the mean over 1 of 6 findings" in text("capella", "quick", "en")


def test_a_french_document_contains_no_english_sentence() -> None:
    document = text("bellatrix", "full", "fr")
    ours = [
        english for english, french in load_messages("fr").items() if english != french and " " in english
    ]
    theirs = [
        text.en
        for question in questionnaire().questions_in("full")
        for text in (question.text, *question.levels)
    ]

    assert [each for each in (*ours, *theirs) if len(each) > 14 and plain(each) in document] == []


def test_an_english_document_contains_no_french_sentence() -> None:
    document = text("bellatrix", "full", "en")
    ours = [french for english, french in load_messages("fr").items() if english != french and " " in french]
    theirs = [
        text.fr
        for question in questionnaire().questions_in("full")
        for text in (question.text, *question.levels)
    ]

    assert [each for each in (*ours, *theirs) if len(each) > 14 and plain(each) in document] == []


@pytest.mark.parametrize(("language", "mark"), [("en", "Quoted in English"), ("fr", "Citation en anglais")])
def test_a_quotation_names_its_language(language: Language, mark: str) -> None:
    assert mark in text("aldebaran", "quick", language)


@pytest.mark.parametrize(
    ("language", "mark"),
    [("en", "Interim result: 1 of 17 answered"), ("fr", "Résultat provisoire (réponses : 1 sur 17)")],
)
def test_an_interim_result_says_so_on_every_page(language: Language, mark: str) -> None:
    assert [page for page in pages("capella", "quick", language) if plain(mark) not in page] == []


def test_a_complete_result_has_its_date_and_no_interim_notice() -> None:
    assert "Completed on 1 November 2026" in text("bellatrix", "full", "en")
    assert "Terminée le 1er novembre 2026" in text("bellatrix", "full", "fr")
    assert "Interim" not in text("bellatrix", "full", "en")


def test_every_page_has_its_number_and_the_total() -> None:
    document = pages("bellatrix", "full", "en")

    missing = [
        number
        for number, page in enumerate(document, start=1)
        if f"Page {number} of {len(document)}" not in page
    ]
    assert missing == []


def test_the_board_s_page_is_one_page() -> None:
    _, board, domains, *_ = pages("bellatrix", "full", "fr")

    assert "Synthèse pour l’instance dirigeante" in board
    assert "Les neuf domaines" in domains
