"""The questionnaire that the product ships."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from app.catalogue.check import check
from app.catalogue.loader import load
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Text

FOLDER = Path(__file__).parents[2] / "questionnaires" / "readiness"
FIRST = FOLDER.with_name("readiness-1.0")
ADDED_LATER = ("foundation = ", "builds_on = ", 'published = "2026-11-29"')


@pytest.fixture(scope="module")
def readiness() -> Questionnaire:
    return load(FOLDER)


def test_the_shipped_questionnaire_has_no_fault() -> None:
    assert [str(fault) for fault in check(FOLDER)] == []


def test_version_1_0_keeps_the_questions_and_words_that_were_released() -> None:
    """Only what was added to it later, for the order of advice and for its day, is left out of the sum."""
    released = hashlib.sha256()
    for file in sorted(FIRST.rglob("*.toml")):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        released.update("".join(line for line in lines if not line.startswith(ADDED_LATER)).encode())

    assert released.hexdigest() == "772680b18447aed802c1a7f9dd6ca595b7a7aff873af077fe13d36a4456d8bb2"


@pytest.mark.parametrize("folder", [FIRST, FOLDER])
def test_foundations_and_what_builds_on_what(folder: Path) -> None:
    practices = load(folder).questions_in("full")

    assert [practice.id for practice in practices if practice.foundation] == ["G1", "G2", "G5"]
    assert {practice.id: practice.builds_on for practice in practices if practice.builds_on} == {
        "I5": ("I1",),
        "S4": ("P1",),
        "P2": ("P1",),
        "L2": ("L1",),
        "L4": ("L1",),
        "V3": ("V1",),
        "V4": ("V1", "V2"),
    }


def test_it_has_nine_domains_in_order(readiness: Questionnaire) -> None:
    assert "".join(domain.letter for domain in readiness.domains) == "GIASPCELV"


def test_the_full_assessment_asks_46_practices_and_the_quick_check_17(readiness: Questionnaire) -> None:
    assert (len(readiness.questions_in("full")), len(readiness.questions_in("quick"))) == (46, 17)


def test_the_quick_check_asks_these(readiness: Questionnaire) -> None:
    asked = " ".join(question.id for question in readiness.questions_in("quick"))

    assert asked == "G1 G2 G5 I1 I2 I3 A1 A4 S1 S2 P1 P3 C1 E2 E3 L1 V1"


def test_there_are_five_gates(readiness: Questionnaire) -> None:
    assert [question.id for question in readiness.questions_in("full") if question.gate] == [
        "I2",
        "I3",
        "A1",
        "A4",
        "E3",
    ]


@pytest.mark.parametrize(
    ("finding", "share", "practices"),
    [
        ("importance", 62, "G1 G2 G3"),
        ("intention", 58, "G4 C1"),
        ("brand_awareness", 68, "C1 C4"),
        ("recruitment", 59, "P3 P4"),
        ("thought_leadership", 56, "S3 C2"),
        ("hostility", 33, "E1 E2 E3"),
    ],
)
def test_a_finding_has_its_share_and_its_practices(
    readiness: Questionnaire, finding: str, share: int, practices: str
) -> None:
    answering = [question.id for question in readiness.questions_in("full") if finding in question.findings]

    assert readiness.survey.finding(finding).share == share
    assert " ".join(answering) == practices


def test_there_are_no_other_findings(readiness: Questionnaire) -> None:
    assert len(readiness.survey.findings) == 6


def test_only_the_figure_of_hostility_has_a_working_share(readiness: Questionnaire) -> None:
    assert [figure.id for figure in readiness.survey.figures.values() if figure.working] == ["F14"]


def test_the_opinions_offer_the_values_that_files_hold(readiness: Questionnaire) -> None:
    assert {opinion.id: " ".join(opinion.tokens) for opinion in readiness.opinions} == {
        "O1": "essential very_important fairly_important not_very_important not_important_at_all dont_know",
        "O2": "brand_awareness recruitment thought_leadership media_relations competitor_watch "
        "no_real_benefit",
        "O3": "hostility competitor_disclosure internal_leak skills return_on_investment none",
        "O4": "yes no dont_know",
    }


def test_one_english_reason_for_leaving_out_is_one_french_reason(readiness: Questionnaire) -> None:
    # Contradictions are found among questions that share a reason in both languages.
    reasons = {
        question.not_applicable for question in readiness.questions_in("full") if question.not_applicable
    }

    assert len({reason.en for reason in reasons}) == len({reason.fr for reason in reasons}) == len(reasons)


def test_a_decision_not_to_recruit_leaves_out_one_practice(readiness: Questionnaire) -> None:
    reason = readiness.question("P3").not_applicable

    assert reason == Text(
        "We do not recruit through social media, by decision.",
        "Nous avons décidé de ne pas recruter par les réseaux sociaux.",
    )
    assert [each.id for each in readiness.questions_in("full") if each.not_applicable == reason] == ["P3"]


def texts(value: object) -> Iterator[Text]:
    """Return every text within a part of the questionnaire."""
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


def test_no_long_french_text_is_its_english(readiness: Questionnaire) -> None:
    both = [text for part in (readiness.domains, readiness.opinions) for text in texts(part)]

    assert [text.en for text in both if text.en == text.fr and " " in text.en] == []


def test_a_pulse_s_second_part_asks_about_these_practices(readiness: Questionnaire) -> None:
    asked = [(question.id, question.practice) for question in readiness.policy_questions]

    assert asked == [("Q1", "P1"), ("Q2", "G2"), ("Q3", "S1"), ("Q4", "P5"), ("Q5", "P5")]
    assert {question.tokens for question in readiness.policy_questions} == {("yes", "no", "dont_know")}
    assert readiness.pulse_practice == "V5"


def test_no_quotation_is_left_in_the_other_language(readiness: Questionnaire) -> None:
    # A voice that reads the page aloud would read it in the wrong language; quotes and titles are marked.
    figures = readiness.survey.figures.values()
    sources = {figure.source for figure in figures}
    written = [*texts(readiness.domains), *texts(readiness.opinions), readiness.survey.caution]
    written += [text for figure in figures for text in (figure.claim, figure.base, figure.caution) if text]

    untranslated = [
        words
        for text in written
        if text not in sources
        for words in re.findall("“([^”]* [^”]*)”", text.en)
        if f"«\u00a0{words}\u00a0»" in text.fr
    ]

    assert untranslated == []
