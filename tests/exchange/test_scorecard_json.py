import json
from typing import Any

from app.exchange import scorecard_json
from app.maturity.answers import Assessment
from tests.build import a_domain, a_question, a_questionnaire, a_scorecard, a_text, an_assessment, answers
from tests.exchange.files import QUESTIONNAIRE

# G: 1 + 0 of 8 = 25/2; C: C2 alone, 2 of 4 = 50; E: 4 + 4 + 1 of 12 = 75.
# Overall (25/2 + 50 + 75) / 3 = 275/6.
MIXED = an_assessment(
    answers(G1=1, G2="unknown", G3="not_applicable", C1="not_applicable", C2=2, E1=4, E2=4, E3=1),
    opinions={"O1": ("very_important",), "O3": ("skills", "hostility")},
    targets={"C": 4},
)


def the_file(assessment: Assessment = MIXED) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(scorecard_json.write(a_scorecard(QUESTIONNAIRE, assessment)))
    return written


def test_the_file_has_these_keys_in_this_order_and_no_others() -> None:
    assert list(the_file()) == [
        "questionnaire",
        "variant",
        "complete",
        "answered",
        "asked",
        "overall",
        "domains",
        "survey",
        "opinions",
        "targets",
        "not_applicable",
        "unknown",
        "recommendations",
        "peers",
    ]


def test_the_file_has_version_variant_and_the_number_of_answers() -> None:
    written = the_file()

    assert written["questionnaire"] == {"id": "readiness", "version": "1.0"}
    assert (written["variant"], written["complete"]) == ("full", True)
    assert (written["answered"], written["asked"]) == (8, 8)
    assert written["peers"] is None


def test_the_overall_score_is_exact_and_rounded_with_its_level_and_failing_gates() -> None:
    assert the_file()["overall"] == {
        "exact": "275/6",
        "rounded": 46,
        "level": "defined",
        "uncapped_level": "defined",
        "capped_by": ["E3"],
    }


def test_a_domain_has_its_score_and_the_number_of_its_questions() -> None:
    assert the_file()["domains"] == {
        "G": {"exact": "25/2", "rounded": 13, "level": "ad_hoc", "applicable": 2, "asked": 3},
        "C": {"exact": "50", "rounded": 50, "level": "defined", "applicable": 1, "asked": 2},
        "E": {"exact": "75", "rounded": 75, "level": "applied", "applicable": 3, "asked": 3},
    }


def test_without_answers_there_is_no_score_and_the_unanswered_gate_is_named() -> None:
    written = the_file(an_assessment())

    assert written["overall"] == {
        "exact": None,
        "rounded": None,
        "level": None,
        "uncapped_level": None,
        "capped_by": ["E3"],
    }
    nothing = {"exact": None, "rounded": None, "level": None, "applicable": 0}
    assert written["domains"]["C"] == {**nothing, "asked": 2}
    assert written["survey"] == {"weighted": None, "findings": {}}
    assert written["complete"] is False


def test_findings_are_written_by_exposure_with_share_words_and_source() -> None:
    # importance: G1, G2: 1 of 8 = 25/2, exposure 62 × 7/8 = 217/4. thought leadership: C2: 50, exposure 28.
    # hostility: E1, E2, E3: 9 of 12 = 75, exposure 33/4. No other finding has an answered practice.
    survey = the_file()["survey"]

    assert list(survey["findings"]) == ["importance", "thought_leadership", "hostility"]
    assert survey["findings"]["hostility"] == {
        "share": 33,
        "shown": "about one third",
        "readiness": {"exact": "75", "rounded": 75},
        "exposure": {"exact": "33/4", "rounded": 8},
        "source": "Source of F14",
        "confidence": "C",
    }
    # (62 × 25/2 + 56 × 50 + 33 × 75) / (62 + 56 + 33) = (775 + 2800 + 2475) / 151
    assert survey["weighted"] == {"exact": "6050/151", "rounded": 40}


def test_an_opinion_is_written_with_every_figure_that_covers_it() -> None:
    assert the_file()["opinions"]["O1"] == {
        "answer": "very_important",
        "figures": [
            {"figure": "F6", "share": 40, "shown": "40%", "confidence": "B", "source": "Source of F6"},
            {"figure": "F8", "share": 62, "shown": "62%", "confidence": "C+", "source": "Source of F8"},
        ],
    }


def test_a_working_share_is_never_written_as_an_opinions_figure() -> None:
    assert the_file()["opinions"]["O3"] == {
        "answer": ["skills", "hostility"],
        "figures": [
            {
                "figure": "F14",
                "share": None,
                "shown": "about one third",
                "confidence": "C",
                "source": "Source of F14",
            }
        ],
    }


def test_all_targets_are_written_and_what_is_left_out_or_unknown() -> None:
    written = the_file()

    assert written["targets"] == {"G": 3, "C": 4, "E": 3}
    assert written["not_applicable"] == {"G3": "The law forbids it.", "C1": "We run no account."}
    assert written["unknown"] == ["G2"]


def test_recommendations_carry_their_arithmetic_in_order() -> None:
    recommendations = the_file()["recommendations"]

    # G2: 3 × 81/50 / 1 = 243/50. C2: 2 × 39/25 / 2 = 39/25. G1: 2 × 81/50 / 2 = 81/50.
    # E3 is a failing gate and comes first.
    assert [each["question"] for each in recommendations] == ["E3", "G2", "G1", "C2"]
    assert recommendations[0] == {
        "question": "E3",
        "level": 1,
        "target": 3,
        "gate": True,
        "foundation": False,
        "steps": 2,
        "gain": "50/9",  # 200 / (4 × 3 × 3)
        "importance": "133/100",
        "priority": "133/100",  # 2 × 133/100 / 2
        "builds_on": [],
        "effort": 2,
        "horizon_days": 30,
        "owner": "communications",
    }
    assert (recommendations[1]["level"], recommendations[1]["priority"]) == ("unknown", "243/50")
    assert (recommendations[2]["target"], recommendations[2]["priority"]) == (3, "81/50")
    assert (recommendations[3]["target"], recommendations[3]["priority"]) == (4, "39/25")


def test_the_file_is_one_line_with_typographic_quotes_as_they_are() -> None:
    question = a_question("G1", not_applicable=a_text("It is the customer’s."))
    left_out = an_assessment(answers(G1="not_applicable"))

    written = scorecard_json.write(a_scorecard(a_questionnaire(a_domain("G", question)), left_out)).decode()

    assert "\n" not in written
    assert '"not_applicable": {"G1": "It is the customer’s."}' in written


def test_a_quick_check_asks_its_own_questions_only() -> None:
    written = the_file(an_assessment(answers(G1=2, C1=2, E1=2), variant="quick"))

    assert (written["variant"], written["answered"], written["asked"]) == ("quick", 3, 3)
    assert written["overall"]["capped_by"] == []
    assert written["domains"]["G"]["asked"] == 1
