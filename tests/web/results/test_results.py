import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from justhtml import Node

from app.exchange import assessment_json
from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from tests.build import aldebaran, an_answer, an_assessment, answers, bellatrix
from tests.web.checks import words
from tests.web.respondent import Respondent

OPINIONS = {
    "O1": ("very_important",),
    "O2": ("brand_awareness", "media_relations"),
    "O3": ("hostility",),
    "O4": ("yes",),
}
COMPARING = {
    "en": r"\b(above|below|higher|lower|better|worse|ahead|behind)\b",
    "fr": r"\b(au-dessus|au-dessous|supérieure?s?|inférieure?s?|mieux|pire|devant|derrière)\b",
}


def middling(questionnaire: Questionnaire) -> Assessment:
    """Return Bellatrix with opinions, an old piece of evidence and two targets of its own."""
    assessment = bellatrix(questionnaire)
    old = an_answer(4, evidence="Audit", evidence_date=date(2025, 1, 1))
    replies = {**assessment.answers, "V1": old}
    return replace(assessment, answers=replies, opinions=OPINIONS, targets={"A": 4, "L": 2})


def reads(respondent: Respondent, questionnaire: Questionnaire, assessment: Assessment) -> Respondent:
    """Import an assessment and open its results."""
    respondent.uploads(assessment_json.write(assessment, questionnaire))
    return respondent.visits("results")


def scorecard(respondent: Respondent) -> dict[str, Any]:
    path = respondent.path.rsplit("/", 1)[0]
    found: dict[str, Any] = respondent.client.get(f"{path}/files/scorecard.json").get_json()
    return found


def part(respondent: Respondent, id: str) -> str:
    return words(respondent.page.query(f"#{id}")[0])


def rows(respondent: Respondent, section: str) -> list[str]:
    table: Node = respondent.page.query(f"#{section} table")[0]
    return [words(row) for row in table.query("tbody tr")]


def texts(respondent: Respondent) -> set[str]:
    """Return every text of the page that stands between two tags."""
    return {" ".join(piece.split()) for piece in re.split(r"<[^>]*>", respondent.response.text)}


def score_parts(score: dict[str, Any]) -> list[str]:
    """Return a score as the page shows it; a whole number has no fraction."""
    return [str(score["rounded"]), score["exact"]]


@pytest.fixture(scope="module", params=["en", "fr"])
def reader(request: pytest.FixtureRequest, app: Flask, questionnaire: Questionnaire) -> Respondent:
    """Return a reader of either language at middling results."""
    return reads(Respondent(app.test_client(), request.param), questionnaire, middling(questionnaire))


def test_the_overall_score_stands_with_its_fraction_and_its_level(reader: Respondent) -> None:
    overall = scorecard(reader)["overall"]
    position = part(reader, "position")

    assert all(each in position for each in score_parts(overall))
    assert {"en": "at level Defined", "fr": "au niveau Défini"}[reader.language] in position
    assert all(gate in position for gate in overall["capped_by"])


def test_every_domain_has_its_row_of_numbers(reader: Respondent, questionnaire: Questionnaire) -> None:
    card = scorecard(reader)
    of = {"en": "of", "fr": "sur"}[reader.language]

    for (letter, domain), row in zip(card["domains"].items(), rows(reader, "domains"), strict=True):
        assert row.startswith(f"{letter} ")
        level = questionnaire.levels[
            ["absent", "ad_hoc", "defined", "applied", "proven"].index(domain["level"])
        ]
        target = questionnaire.levels[card["targets"].get(letter, 3)]
        expected = [
            *score_parts(domain),
            *(each.fr if reader.language == "fr" else each.en for each in (level, target)),
        ]
        assert all(each in row for each in expected), row
        assert f"{domain['applicable']} {of} {domain['asked']}" in row


def test_every_finding_has_its_row_of_numbers(reader: Respondent) -> None:
    survey = scorecard(reader)["survey"]

    assert all(each in part(reader, "survey") for each in score_parts(survey["weighted"]))
    for finding, row in zip(survey["findings"].values(), rows(reader, "survey"), strict=True):
        assert all(
            each in row for each in (*score_parts(finding["readiness"]), *score_parts(finding["exposure"]))
        )
        assert "2012" in row
        assert f" {finding['confidence']}" in row


def test_every_recommendation_shows_its_arithmetic_in_order(reader: Respondent) -> None:
    advised = scorecard(reader)["recommendations"]
    articles = reader.page.query("#recommendations article")

    for rank, (each, article) in enumerate(zip(advised, articles, strict=True), start=1):
        text = words(article)
        assert text.startswith(f"{rank} {each['question']} ")
        values = (each["gain"], each["importance"], each["priority"], str(each["effort"]))
        assert all(value in text for value in values), text
        assert f"{each['horizon_days']} {'days' if reader.language == 'en' else 'jours'}" in text
        mark = {"en": "Failing gate", "fr": "Verrou non franchi"}[reader.language]
        assert (mark in words(article.query("h3")[0])) == each["gate"]


def test_what_is_left_out_unknown_or_old_is_listed(reader: Respondent) -> None:
    card = scorecard(reader)

    assert all(id in part(reader, "not-applicable") for id in card["not_applicable"])
    assert all(id in part(reader, "position") for id in card["unknown"])
    assert "V1" in part(reader, "position")
    assert "2025" in part(reader, "position")


def test_the_roadmap_places_every_recommendation_once(reader: Respondent) -> None:
    advised = scorecard(reader)["recommendations"]
    columns = reader.page.query("#roadmap ol")

    for days, column in zip((30, 90, 180), columns, strict=True):
        ids = [words(each).split()[0] for each in column.query("li a")]
        assert ids == [each["question"] for each in advised if each["horizon_days"] == days]


def test_no_share_of_the_survey_is_set_against_a_score(reader: Respondent) -> None:
    assert not re.search(COMPARING[reader.language], part(reader, "survey"), re.IGNORECASE)
    assert "33 %" not in reader.text.replace("33%", "33 %")


def test_a_share_published_in_words_stays_in_words(reader: Respondent) -> None:
    third, over = {"en": ("about one third", "over 68%"), "fr": ("environ un tiers", "plus de 68 %")}[
        reader.language
    ]

    assert third in part(reader, "survey")
    assert over in part(reader, "survey")


def test_the_french_page_shares_no_sentence_with_the_english(
    app: Flask, questionnaire: Questionnaire
) -> None:
    english, french = (
        reads(Respondent(app.test_client(), language), questionnaire, middling(questionnaire))
        for language in ("en", "fr")
    )
    titles = {each.title.en for each in questionnaire.guidance.values() if each.title.en == each.title.fr}

    shared = {
        text for text in texts(english) & texts(french) if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]", text)
    }

    # Titles of documents stay in their own language.
    assert {text for text in shared if not any(title in text for title in titles)} == set()


def test_an_interim_result_says_so_wherever_a_score_stands(respondent: Respondent) -> None:
    respondent.starts("quick", "Capella").answers("G", "save", G1="2", G2="1", G5="3").visits("results")

    sections = ("position", "domains", "survey", "recommendations", "why")

    assert "Interim result: 3 of 17 answered" in respondent.text
    assert all("Interim: 3 of 17 answered" in part(respondent, id) for id in sections)


def test_the_sums_can_be_followed_by_hand(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2", G2="1", G5="3").visits("results")

    assert "2 + 1 + 3 = 6" in part(respondent, "why")
    assert "100 × 6 / 12 = 50" in part(respondent, "why")
    # G2 aims at 3 from 1; three answers count, in the one domain that has a score; 62% named its finding.
    assert "(3 − 1) × 100 / (4 × 3 × 1) = 50/3 ≈ 16.67" in part(respondent, "recommendation-G2")
    assert "1 + 62/100 = 81/50 = 1.62" in part(respondent, "recommendation-G2")
    assert "2 × 81/50 / 1 = 81/25 = 3.24" in part(respondent, "recommendation-G2")


def test_decimals_have_a_comma_in_french(respondente: Respondent) -> None:
    respondente.starts("quick").answers("G", "save", G1="2", G2="1", G5="3").visits("results")

    assert "50/3 ≈ 16,67" in part(respondente, "recommendation-G2")


def test_with_nothing_answered_there_is_no_score_yet(respondent: Respondent) -> None:
    respondent.starts("full").visits("results")

    assert "There is no score yet" in part(respondent, "position")
    assert "0 of 46 answered" in respondent.text
    assert not respondent.page.query("#recommendations")
    assert not respondent.page.query("svg")


def test_with_everything_proven_nothing_is_recommended(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    reads(respondent, questionnaire, aldebaran(questionnaire))

    assert "at level Proven" in part(respondent, "position")
    assert "There is nothing to recommend" in part(respondent, "recommendations")
    assert "No gate caps the level" in part(respondent, "position")


def test_what_caps_the_level_leads_to_its_question(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    replies = {question.id: an_answer(4) for question in questionnaire.questions_in("full")} | answers(I2=1)
    day = date(2026, 11, 1)
    reads(respondent, questionnaire, an_assessment(replies, version=questionnaire.version, completed_on=day))

    position = respondent.page.query("#position")[0]

    assert "at level Defined, held below Proven by I2" in words(position)
    assert position.query(f'a[href="/en/assessment/{respondent.id}/I#I2"]')


def test_an_organisation_s_name_is_never_markup(respondent: Respondent) -> None:
    respondent.starts("quick", "<b>Capella</b> & <i>Sons").visits("results")

    assert "<b>Capella</b> & <i>Sons" in respondent.text
    assert not respondent.page.query("main b")
