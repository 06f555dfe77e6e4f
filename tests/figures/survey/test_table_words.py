"""The sentences of the survey’s table, for every case and in both languages."""

import re

import pytest

from app.figures.survey import table_words
from app.maturity.answers import Answer
from app.maturity.pulse.results import PulseResult
from app.maturity.scorecard import build
from app.maturity.survey_table import SurveyRow, build_survey_table
from app.maturity.text import LANGUAGES, Language
from tests.build import an_assessment, answers
from tests.figures.cast import pulse, questionnaire, wording_in

OWN = {"O1": ("very_important",), "O2": ("recruitment",), "O4": ("no",)}
GIVEN = answers(G1=1, G2=1, G3=0, G4=3, C1=3, C4=2, E1="unknown", E2=0, E3=0)


def table(
    given: dict[str, Answer], variant: str = "full", colleagues: PulseResult | None = None
) -> dict[str, SurveyRow]:
    assessment = an_assessment(given, variant=variant, opinions=OWN, version=questionnaire().version)
    card = build(questionnaire(), assessment, completed=True)
    return {row.finding.name: row for row in build_survey_table(card, colleagues)}


def parting(name: str, language: Language = "en", *, colleagues: PulseResult | None = None) -> str:
    row = table(GIVEN, colleagues=colleagues)[name]
    words = table_words.parting_sentences(row, wording_in(language))
    return re.sub("[\u00a0\u202f]", " ", words)


@pytest.mark.parametrize(
    ("finding", "english", "french"),
    [
        (
            "importance",  # the same answer; G1 1 + G2 1 + G3 0 of 12
            "In 2012, 62% of respondents called it very important or essential to improve online presence."
            " You say the same, but your practice on this subject is Ad hoc.",
            "En 2012, 62 % des répondants jugeaient très important ou essentiel d’améliorer la présence en"
            " ligne. Vous avez répondu de même, mais votre pratique en la matière est au niveau Ponctuel.",
        ),
        (
            "intention",  # another answer; G4 3 + C1 3 of 8
            "In 2012, 58% of respondents said they would act to increase their presence."
            " You answered “No”; your practice on this subject is Applied.",
            "En 2012, 58 % des répondants disaient vouloir agir pour accroître leur présence."
            " Vous avez répondu « Non » ; votre pratique en la matière est au niveau Appliqué.",
        ),
        (
            "brand_awareness",  # not among several answers; C1 3 + C4 2 of 8 = 62.5
            "In 2012, over 68% of respondents believed that social media can increase brand awareness."
            " You did not choose this answer; your practice on this subject is Applied.",
            "En 2012, plus de 68 % des répondants pensaient que les réseaux sociaux peuvent accroître la"
            " notoriété de la marque. Vous n’avez pas choisi cette réponse ; votre pratique en la matière"
            " est au niveau Appliqué.",
        ),
        (
            "recruitment",  # the same answer; P3 and P4 are not answered
            "In 2012, 59% of respondents believed that social media helps recruitment."
            " You say the same; you have not answered the questions on this subject yet.",
            "En 2012, 59 % des répondants pensaient que les réseaux sociaux aident au recrutement."
            " Vous avez répondu de même ; vous n’avez pas encore répondu aux questions sur ce sujet.",
        ),
        (
            "hostility",  # no answer; E1 unknown + E2 0 + E3 0
            "In 2012, about one third of respondents feared becoming a focus of hostile comment."
            " You gave no opinion of your own; your practice on this subject is Absent.",
            "En 2012, environ un tiers des répondants craignaient de devenir la cible de commentaires"
            " hostiles. Vous n’avez pas donné votre opinion ;"
            " votre pratique en la matière est au niveau Inexistant.",
        ),
    ],
)
def test_one_sentence_says_what_the_sector_said_and_one_what_we_say_and_do(
    finding: str, english: str, french: str
) -> None:
    assert parting(finding) == english
    assert parting(finding, "fr") == french


def test_a_closed_pulse_speaks_for_us() -> None:
    assert parting("brand_awareness", colleagues=pulse(36)).endswith(
        "Among your colleagues the share is 25%, lower than in the 2012 survey;"
        " your practice on this subject is Applied."
    )
    assert parting("importance", "fr", colleagues=pulse(36)).endswith(
        "Parmi vos collègues, cette part est de 61 % (pas de différence nette avec l’enquête) ;"
        " votre pratique en la matière est au niveau Ponctuel."
    )


def test_our_own_answer_and_our_colleagues_stand_side_by_side() -> None:
    row = table(GIVEN, colleagues=pulse(36))["importance"]

    assert table_words.own_sentences(row, wording_in("en")) == (
        "You say the same.",
        "Your colleagues: 61% (22 of 36), interval 45% to 75%: no clear difference from the 2012 survey.",
    )


def test_what_is_not_asked_or_does_not_apply_is_said_in_words() -> None:
    not_asked = table({}, "quick")["thought_leadership"]
    left_out = table(answers(P3="not_applicable", P4="not_applicable"))["recruitment"]

    assert (
        table_words.practice_words(not_asked, wording_in("en"))
        == "This assessment does not ask about your practice on this subject"
    )
    assert (
        table_words.practice_words(left_out, wording_in("en")) == "No practice on this subject applies to you"
    )


def test_practices_that_nobody_knows_have_no_level_in_words() -> None:
    nobody_knows = table(answers(P3="unknown", P4="unknown"))["recruitment"]
    one_is_known = table(answers(P3="unknown", P4=0))["recruitment"]

    assert [table_words.practice_words(row, wording_in("en")) for row in (nobody_knows, one_is_known)] == [
        "We don’t know",
        "Absent",
    ]
    assert table_words.parting_sentences(nobody_knows, wording_in("en")).endswith(
        " You say the same, but you do not know the level of your practice on this subject."
    )
    assert table_words.parting_sentences(nobody_knows, wording_in("fr")).endswith(
        "vous ne connaissez pas le niveau de votre pratique en la matière."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_the_survey_has_a_sentence_of_its_own(language: Language) -> None:
    wording = wording_in(language)
    rows = table(GIVEN).values()

    told = {table_words.sector_sentence(row, wording) for row in rows}

    assert len(told) == len(questionnaire().survey.findings)
    assert not [row for row in rows if wording.text(row.finding.label) in told]
    assert all(any(wording.text(row.finding.figure.shown) in sentence for sentence in told) for row in rows)


def test_the_finding_counts_the_subjects_below_applied_and_those_answered() -> None:
    wording = wording_in("en")
    some, none, one = table(GIVEN), table({}), table({"G1": Answer("1")})
    high = table({question.id: Answer("3") for question in questionnaire().questions_in("full")})

    titles = [table_words.finding(tuple(rows.values()), wording) for rows in (some, none, high, one)]

    assert titles == [
        "You answered questions on four of six subjects of the 2012 survey; on two of these your practice is"
        " not yet Applied",
        "You have not answered any question on a subject of the 2012 survey yet",
        "Your practice is at least Applied on every subject of the 2012 survey that you answered",
        "You answered questions on one of six subjects of the 2012 survey; on that one your practice is not"
        " yet Applied",
    ]


def test_a_board_reads_who_was_asked_how_we_do_and_the_widest_gap() -> None:
    first, second = table_words.board_sentences(tuple(table(GIVEN).values()), wording_in("en"))

    assert first == (
        "In 2012, Defence IQ asked over 100 industry professionals what they thought of social media in"
        " defence. You answered questions on four of six subjects of the 2012 survey; on two of these your"
        " practice is not yet Applied."
    )
    # importance: 62 × (100 − 100/6) is more than hostility’s 33 × 100.
    assert second == parting("importance")


def test_a_board_without_a_gap_or_an_answer_reads_so() -> None:
    _, second = table_words.board_sentences(tuple(table({}).values()), wording_in("fr"))

    assert second == "Vous n’avez encore répondu à aucune question sur un sujet de l’enquête de 2012."
