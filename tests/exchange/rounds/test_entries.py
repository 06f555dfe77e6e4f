"""Rounds and changes in scorecard.json: the names that other programs read."""

import json
from collections.abc import Mapping
from typing import Any

from app.exchange import scorecard_json
from app.maturity.answers import Answer
from app.maturity.rounds.history import NO_HISTORY, RoundHistory, build_history
from tests.build import answers
from tests.maturity.rounds.build import NEW, a_card, a_past_round, a_round, every

# Of the older version: G1 1, G2 unknown, G3 2, C1 N/A, C2 1, E1 3, E2 0, E3 2.
BEFORE = answers(G1=1, G2="unknown", G3=2, C1="not_applicable", C2=1, E1=3, E2=0, E3=2)
# The newer one asks G1, G2, G4, C1, C2, E1, E3, and in a new domain K E2 and K1.
AFTER = answers(G1=2, G2=0, G4=4, C1=3, C2=1, E1=1, E3=2, E2=4, K1=0)


def written(history: RoundHistory) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(scorecard_json.write(a_card(AFTER, NEW), history))
    return content


def with_one_round() -> dict[str, Any]:
    past = a_past_round(3, BEFORE, label="before the audit")
    return written(build_history(a_card(AFTER, NEW), [past.summary], compared=past))


def test_a_first_result_has_neither() -> None:
    assert not {"rounds", "change"} & written(NO_HISTORY).keys()


def test_a_round_is_listed_with_what_it_printed() -> None:
    (listed,) = with_one_round()["rounds"]

    assert {key: listed[key] for key in ("number", "label", "completed_on", "variant", "questionnaire")} == {
        "number": 3,
        "label": "before the audit",
        "completed_on": "2026-03-01",
        "variant": "full",
        "questionnaire": {"id": "readiness", "version": "1.0"},
    }
    # G: 3 of 12, C: C2 alone, 1 of 4, E: 5 of 12: (25 + 25 + 125/3) / 3 = 275/9.
    assert listed["overall"] == {
        "exact": "275/9",
        "rounded": 31,
        "level": "ad_hoc",
        "uncapped_level": "ad_hoc",
        "capped_by": [],
    }
    assert listed["domains"]["C"] == {
        "exact": "25",
        "rounded": 25,
        "level": "ad_hoc",
        "applicable": 1,
        "asked": 2,
    }


def test_the_change_is_that_of_the_shared_questions() -> None:
    # Shared are G1, G2; C2; E1, E3; and E2, which is in K now. G: 1 to 2 of 8, C: 1 to 1 of 4, E: 5 to 3 of
    # 8, K: 0 to 4 of 4. Each point of G or E is 100 / (8 × 4), of C or K 100 / (4 × 4).
    assert with_one_round()["change"] == {
        "since": 3,
        "overall": {"exact": "175/8", "rounded": 22},
        "domains": {
            "G": {"exact": "25/2", "rounded": 13},
            "C": {"exact": "0", "rounded": 0},
            "E": {"exact": "-25", "rounded": -25},
            "K": {"exact": "100", "rounded": 100},
        },
        "compared": 6,
        "of": 9,
        "moved": [
            {"question": "G1", "from": 1, "to": 2, "points": "25/8"},
            {"question": "E1", "from": 3, "to": 1, "points": "-25/4"},
            {"question": "E2", "from": 0, "to": 4, "points": "25"},
        ],
    }


def test_an_unknown_answer_that_moved_is_written_as_such() -> None:
    before = a_past_round(1, {**every(1), **answers(G2="unknown")})
    card = a_card(every(1))
    history = build_history(card, [before.summary], compared=before)

    content = json.loads(scorecard_json.write(card, history))

    assert [(each["from"], each["to"]) for each in content["change"]["moved"]] == [("unknown", 1)]


def test_a_round_of_the_other_variant_is_listed_without_a_change() -> None:
    quick = a_round(1, every(1, variant="quick"), variant="quick")

    content = written(build_history(a_card(AFTER, NEW), [quick], compared=None))

    assert [each["variant"] for each in content["rounds"]] == ["quick"]
    assert "change" not in content


def test_without_a_shared_question_there_is_no_change_and_a_domain_without_one_has_null() -> None:
    past = a_past_round(1, every(1))

    def change(given: Mapping[str, Answer]) -> Any:  # noqa: ANN401  what the file holds
        card = a_card(given, on=None)
        history = build_history(card, [past.summary], compared=past)
        content = json.loads(scorecard_json.write(card, history))
        assert len(content["rounds"]) == 1
        return content.get("change")

    assert change({}) is None
    assert change(answers(E1=2))["domains"]["G"] is None
