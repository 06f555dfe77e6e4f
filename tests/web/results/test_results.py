"""The pages of the results: every number of the core, in its place, and none that is not."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask

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
PAGES = ("", "/recommendations", "/domains", "/survey", "/peers", "/what-if", "/why", "/all")


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
    found: dict[str, Any] = respondent.client.get(respondent.address("files/scorecard.json")).get_json()
    return found


def part(respondent: Respondent, id: str) -> str:
    return words(respondent.page.query(f"#{id}")[0])


def rows(respondent: Respondent, section: str) -> list[str]:
    return [words(row) for row in respondent.page.query(f"#{section} tbody tr")]


def texts(respondent: Respondent) -> set[str]:
    """Return every text of the page that stands between two tags."""
    return {" ".join(piece.split()) for piece in re.split(r"<[^>]*>", respondent.response.text)}


@pytest.fixture(scope="module", params=["en", "fr"])
def reader(request: pytest.FixtureRequest, app: Flask, questionnaire: Questionnaire) -> Respondent:
    """Return a reader of either language at middling results."""
    return reads(Respondent(app.test_client(), request.param), questionnaire, middling(questionnaire))


def test_the_overall_score_stands_beside_its_level(reader: Respondent) -> None:
    overall = scorecard(reader)["overall"]
    position = part(reader.visits("results"), "position")

    assert position.startswith(f"{overall['rounded']} ")
    assert {"en": "Level: Defined", "fr": "Niveau : Défini"}[reader.language] in position.replace("\xa0", " ")


def test_every_domain_has_its_row_of_numbers(reader: Respondent, questionnaire: Questionnaire) -> None:
    card = scorecard(reader)
    of = {"en": "of", "fr": "sur"}[reader.language]
    shown = rows(reader.visits("results/domains"), "domains")

    for (letter, domain), row in zip(card["domains"].items(), shown, strict=True):
        assert row.startswith(f"{letter} ")
        level = questionnaire.levels[
            ["absent", "ad_hoc", "defined", "applied", "proven"].index(domain["level"])
        ]
        target = questionnaire.levels[card["targets"].get(letter, 3)]
        expected = [
            str(domain["rounded"]),
            *(each.fr if reader.language == "fr" else each.en for each in (level, target)),
        ]
        assert all(each in row for each in expected), row
        assert f"{domain['applicable']} {of} {domain['asked']}" in row


def test_every_finding_has_its_exact_row(reader: Respondent) -> None:
    survey = scorecard(reader)["survey"]
    reader.visits("results/why")

    assert survey["weighted"]["exact"] in part(reader, "weighted")
    for finding, row in zip(survey["findings"].values(), rows(reader, "weighted"), strict=True):
        assert all(finding[name]["exact"] in row for name in ("readiness", "exposure"))


def test_every_recommendation_stands_in_order_with_what_the_core_computed(reader: Respondent) -> None:
    advised = scorecard(reader)["recommendations"]
    shown = reader.visits("results/recommendations").page.query("#recommendations .results-advice")

    for rank, (each, block) in enumerate(zip(advised, shown, strict=True), start=1):
        heading = words(block.query("h3")[0])
        assert heading.startswith(f"{rank}. ")
        assert f"({each['question']})" in heading
        mark = {"en": "Must-have", "fr": "Verrou"}[reader.language]
        assert heading.endswith(mark) == each["gate"]


def test_why_this_order_shows_the_arithmetic_of_every_recommendation(reader: Respondent) -> None:
    advised = scorecard(reader)["recommendations"]

    shown = rows(reader.visits("results/why"), "order")

    for each, row in zip(advised, shown, strict=True):
        assert f" {each['question']} " in row
        assert all(value in row for value in (each["importance"], each["priority"], str(each["effort"])))


def test_what_is_left_out_unknown_or_old_is_listed(reader: Respondent) -> None:
    card = scorecard(reader)

    shown = reader.visits("results").text
    left_out = part(reader.visits("results/domains"), "not-applicable")

    assert card["not_applicable"]
    assert all(f"{id} " in left_out for id in card["not_applicable"])
    assert all(f"{id} " in shown for id in (*card["unknown"], "V1"))
    assert "2025" in shown


def test_the_roadmap_places_every_recommendation_once(reader: Respondent) -> None:
    advised = scorecard(reader)["recommendations"]
    columns = reader.visits("results/recommendations").page.query("#roadmap ol")

    for days, column in zip((30, 90, 180), columns, strict=True):
        ids = [words(each).split()[0] for each in column.query("li a")]
        assert ids == [each["question"] for each in advised if each["horizon_days"] == days]


def test_no_share_of_the_survey_is_set_against_a_score(reader: Respondent) -> None:
    reader.visits("results/survey")

    assert not re.search(COMPARING[reader.language], part(reader, "survey"), re.IGNORECASE)
    assert "33 %" not in reader.text.replace("33%", "33 %")


def test_a_share_published_in_words_stays_in_words(reader: Respondent) -> None:
    third, over = {"en": ("about one third", "over 68%"), "fr": ("environ un tiers", "plus de 68 %")}[
        reader.language
    ]

    shown = part(reader.visits("results/survey"), "survey")

    assert third in shown
    assert over in shown


@pytest.mark.parametrize("name", PAGES)
def test_the_french_page_shares_no_sentence_with_the_english(
    app: Flask, questionnaire: Questionnaire, name: str
) -> None:
    english, french = (
        reads(Respondent(app.test_client(), language), questionnaire, middling(questionnaire)).visits(
            f"results{name}"
        )
        for language in ("en", "fr")
    )
    titles = {each.title.en for each in questionnaire.guidance.values() if each.title.en == each.title.fr}

    both = texts(english) & texts(french)
    shared = {text for text in both if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]", text)}

    titles |= {each.figure.quote for each in questionnaire.survey.findings}
    # Titles of documents and words quoted from the survey stay in their own language.
    assert {text for text in shared if not any(title in text for title in titles)} == set()


@pytest.mark.parametrize("name", PAGES)
def test_fractions_stand_only_where_the_score_is_explained(reader: Respondent, name: str) -> None:
    main = reader.visits(f"results{name}").page.query("main")[0]
    explained = [words(part) for id in ("why", "order", "weighted") for part in main.query(f"#{id}")]
    fractions = r"\b(?!20\d\d/)\d+/\d+|\d[.,]\d\d\b"  # no law such as 2016/679

    assert bool(explained) == (name in ("/why", "/all"))
    assert len(re.findall(fractions, words(main))) == sum(
        len(re.findall(fractions, each)) for each in explained
    )


@pytest.mark.parametrize("name", PAGES)
def test_an_interim_result_says_so_wherever_a_score_stands(respondent: Respondent, name: str) -> None:
    respondent.starts("quick", "Capella").answers("G", "save", G1="2", G2="1", G5="3")

    respondent.visits(f"results{name}")

    if name != "/peers":
        assert "Based only on your answers so far: 3 of 17." in respondent.text


def test_the_sums_can_be_followed_by_hand(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2", G2="1", G5="3").visits("results/why")

    assert "2 + 1 + 3 = 6; 100 × 6 / 12 = 50" in part(respondent, "why")
    # 62% named the finding of G2.
    assert "1 + 62/100 = 81/50 = 1.62" in part(respondent, "order")
    assert "2 × 81/50 / 1 = 81/25 = 3.24" in part(respondent, "order")
    # Three answers count, in the one domain that has a score.
    assert "2 × 100 / (4 × 3 × 1) = 50/3 ≈ 16.67" in part(respondent, "order")


def test_with_nothing_answered_there_is_no_score_yet(respondent: Respondent) -> None:
    respondent.starts("full").visits("results")

    assert "There is no score yet" in part(respondent, "position")
    assert "No practice is answered yet." in respondent.text
    assert not respondent.page.query("svg")
    assert not respondent.page.query(".results-first")
    for name in PAGES[1:]:
        assert "There is no score yet" in respondent.visits(f"results{name}").text or name == "/survey"


def test_with_everything_proven_nothing_is_recommended(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    reads(respondent, questionnaire, aldebaran(questionnaire))

    assert "Level: Proven" in part(respondent, "position")
    assert "There is nothing to recommend" in part(respondent, "position")
    assert "No must-have is missing" in part(respondent, "position")
    assert "There is nothing to recommend" in respondent.visits("results/recommendations").text


def test_what_caps_the_level_leads_to_its_question(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    replies = {question.id: an_answer(4) for question in questionnaire.questions_in("full")} | answers(I2=1)
    day = date(2026, 11, 1)
    reads(respondent, questionnaire, an_assessment(replies, version=questionnaire.version, completed_on=day))

    assert "Level held at Defined" in part(respondent, "position")
    assert questionnaire.question("I2").name.en in part(respondent, "position")
    assert respondent.page.query(f'a[href="/en/assessment/{respondent.id}/I#I2"]')
