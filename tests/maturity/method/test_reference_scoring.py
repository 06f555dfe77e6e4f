import json
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.catalogue.loader import load
from app.exchange import assessment_json, scorecard_json
from app.maturity.scorecard import build
from app.maturity.versions.versions import QuestionnaireVersions
from tests.build import TODAY
from tests.maturity.method import reference_scoring

FOLDER = Path(__file__).parents[3] / "questionnaires" / "readiness"
QUESTIONNAIRE = load(FOLDER)
BANK = reference_scoring.bank(FOLDER)

Json = dict[str, Any]


def a_random_assessment(seed: int) -> Json:
    """Draw a file: either variant, a fifth of them interim, some weak, some strong, some full of gaps."""
    random = Random(seed)  # noqa: S311  # nothing secret: the same draw every time
    variant = random.choice(["full", "full", "quick"])
    asked = [id for id in BANK["practices"] if id in BANK["variants"][variant]]
    given = {id: an_answer(random, id) for id in asked}
    if seed % 5 == 0:
        given = {id: given[id] for id in random.sample(asked, random.randrange(len(asked)))}
    letters = random.sample(BANK["letters"], random.randrange(10))
    return {
        "format": "muster-assessment",
        "format_version": 1,
        "questionnaire": {"id": "readiness", "version": QUESTIONNAIRE.version},
        "profile": {
            "organisation": f"Organisation {seed}",
            "organisation_type": "government",
            "size_band": "1_49",
            "region": "europe",
            "variant": variant,
        },
        "answers": dict(random.sample(list(given.items()), len(given))),
        "targets": {letter: random.choice([2, 3, 4]) for letter in letters},
    }


def an_answer(random: Random, id: str) -> Json:
    chance = random.random()
    if chance < 0.15 and "not_applicable" in BANK["practices"][id]:
        return {"not_applicable": True}
    if chance < 0.25:
        return {"unknown": True}
    if chance < 0.28:
        return {"comment": "We still ask."}
    weak = (0, 0, 1, 1, 2, 3)
    strong = (2, 3, 3, 4, 4, 4)
    return {"level": random.choice(weak if random.random() < 0.5 else strong)}


def the_products_scorecard(document: Json) -> Json:
    assessment = assessment_json.read(
        json.dumps(document).encode(), QuestionnaireVersions((QUESTIONNAIRE,)), TODAY
    )
    card = scorecard_json.as_dict(build(QUESTIONNAIRE, assessment, completed=True))
    written: Json = json.loads(json.dumps(card))
    findings = written["survey"]["findings"].items()
    written["survey"]["findings"] = [
        (name, each["share"], each["readiness"], each["exposure"]) for name, each in findings
    ]
    return written


@pytest.mark.parametrize("hundred", range(5))
def test_the_product_agrees_with_a_second_reading_of_the_method_to_the_exact_fraction(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        document = a_random_assessment(seed)

        expected = reference_scoring.scorecard(BANK, document)

        product = the_products_scorecard(document)
        assert {key: product[key] for key in expected} == expected, f"seed {seed}"


def test_the_drawn_files_try_every_rule_of_the_order() -> None:
    foundations_first = waited = days_moved = 0
    for seed in range(100):
        advice = reference_scoring.scorecard(BANK, a_random_assessment(seed))["recommendations"]
        plain = sorted(advice, key=lambda each: (not each["gate"], -Fraction(each["priority"])))
        tiered = sorted(plain, key=lambda each: (not each["gate"], not (each["foundation"] and is_low(each))))
        foundations_first += plain != tiered
        waited += advice != tiered
        days_moved += any(each["horizon_days"] > {1: 30, 2: 90, 4: 180}[each["effort"]] for each in advice)

    assert min(foundations_first, waited, days_moved) > 10


def is_low(each: Json) -> bool:
    return each["level"] in ("unknown", 0, 1)


@pytest.mark.parametrize("share", [None, 0, 1, 2, 3, 4, "unknown"])
def test_product_and_reference_agree_if_all_answers_are_equal(share: int | str | None) -> None:
    answer = {"unknown": True} if share == "unknown" else {"level": share}
    document = a_random_assessment(1) | {
        "answers": {} if share is None else dict.fromkeys(BANK["practices"], answer)
    }
    document["profile"]["variant"] = "full"

    expected = reference_scoring.scorecard(BANK, document)

    product = the_products_scorecard(document)
    assert {key: product[key] for key in expected} == expected


def test_the_second_reading_itself_agrees_with_a_sum_by_hand() -> None:
    # G: 4 + 0 of 8 = 50; E: 2 of 4 = 50; overall (50 + 50) / 2 = 50.
    document = a_random_assessment(1)
    document["profile"]["variant"] = "full"
    document["targets"] = {}
    document["answers"] = {"G1": {"level": 4}, "G2": {"unknown": True}, "E2": {"level": 2}}

    card = reference_scoring.scorecard(BANK, document)

    assert (card["overall"]["exact"], card["overall"]["level"]) == ("50", "defined")
    assert card["overall"]["capped_by"] == ["I2", "I3", "A1", "A4", "E3"]
    gains = {each["question"]: each["gain"] for each in card["recommendations"]}
    assert gains == {"G2": "75/4", "E2": "25/2"}  # 300 / (4 × 2 × 2) and 100 / (4 × 1 × 2)
