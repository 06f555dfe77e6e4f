"""The rules that CISO Assistant’s loader has for a library, and those that it does not say."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml

from app.exchange.ciso_assistant import library_yaml
from tests.figures.cast import questionnaire

# Longer names are refused.
LONGEST_NAME = 200


@cache
def library() -> dict[str, Any]:
    return dict(yaml.safe_load(library_yaml.write(questionnaire())))


def framework() -> dict[str, Any]:
    return dict(library()["objects"]["framework"])


def nodes() -> dict[str, dict[str, Any]]:
    return {each["ref_id"]: each for each in framework()["requirement_nodes"]}


def translated(value: object) -> Iterator[dict[str, Any]]:
    """Yield every part of the library that has a name."""
    if isinstance(value, dict):
        if "name" in value and "translations" in value:
            yield value
        for key, each in value.items():
            if key != "translations":
                yield from translated(each)
    elif isinstance(value, list):
        for each in value:
            yield from translated(each)


def test_each_practice_is_assessable_and_each_domain_is_not() -> None:
    found = {id: each["assessable"] for id, each in nodes().items()}

    assert [id for id, assessable in found.items() if assessable] == [
        each.id for each in questionnaire().questions_in("full")
    ]
    assert [id for id, assessable in found.items() if not assessable] == [
        each.letter for each in questionnaire().domains
    ]


def test_names_are_in_small_letters_unlike_and_parents_are_there() -> None:
    urns = [each["urn"] for each in framework()["requirement_nodes"]]

    assert all(urn == urn.lower() for urn in urns)
    assert max(Counter(urns).values()) == 1
    # The loader takes a parent that is not there, or that comes later, without a word.
    for place, each in enumerate(framework()["requirement_nodes"]):
        if each["assessable"]:
            assert each["parent_urn"] in urns[:place]
            assert each["urn"] == f"{each['parent_urn']}:{each['ref_id'].lower()}"


def test_groups_are_full_and_quick_and_every_node_is_in_those_that_ask_it() -> None:
    groups = {
        each["ref_id"]: each["default_selected"] for each in framework()["implementation_groups_definition"]
    }
    assert groups == {"full": True, "quick": False}

    for variant in questionnaire().variants.values():
        asked = {id for id, each in nodes().items() if variant.id in each["implementation_groups"]}
        letters = {id[0] for id in variant.questions}
        assert asked == variant.questions | letters


def test_the_five_statements_of_each_practice_stand_beside_its_scores_from_0_to_4() -> None:
    definition = framework()["scores_definition"]
    assert (framework()["min_score"], framework()["max_score"]) == (0, 4)
    assert [each["score"] for each in definition["scale"]] == [0, 1, 2, 3, 4]

    for question in questionnaire().questions_in("full"):
        statements = definition["alternatives"][nodes()[question.id]["scores_definition_ref"]]
        assert [each["score"] for each in statements] == [0, 1, 2, 3, 4]
        assert [each["description"] for each in statements] == [each.en for each in question.levels]
        assert [each["translations"]["fr"]["description"] for each in statements] == [
            each.fr for each in question.levels
        ]


def test_every_name_has_its_french_and_the_same_keys() -> None:
    parts = list(translated(library()))

    assert len(parts) > 290
    for each in parts:
        french = each["translations"]["fr"]
        assert all(french[key] and each[key] for key in french)
        assert {"name", "description", "annotation", "typical_evidence"} & each.keys() == set(french)
        assert len(each["name"]) <= LONGEST_NAME
        assert len(french["name"]) <= LONGEST_NAME


def test_the_description_is_the_question_with_its_ladder_in_both_languages() -> None:
    question = questionnaire().question("G1")
    node = nodes()["G1"]

    for text, language in ((node["description"], "en"), (node["translations"]["fr"]["description"], "fr")):
        first, _, *statements = text.split("\n")
        assert first == (question.text.en if language == "en" else question.text.fr)
        assert len(statements) == 5
    assert node["description"].endswith(f"4 Proven: {question.levels[4].en}")
    assert f"4 Éprouvé\u00a0: {question.levels[4].fr}" in node["translations"]["fr"]["description"]


def test_a_gate_and_the_one_reason_for_not_applicable_are_said_in_words() -> None:
    for question in questionnaire().questions_in("full"):
        annotation = nodes()[question.id]["annotation"]
        assert ("A must-have" in annotation) == question.gate
        assert ("Not applicable for this reason" in annotation) == bool(question.not_applicable)
        assert all(f"{number}. {step.en}" in annotation for number, step in enumerate(question.actions, 1))


@pytest.mark.parametrize(
    ("version", "number", "urn"), [("1.1", 1001, "1"), ("1.10", 1010, "1"), ("2.0", 2000, "2")]
)
def test_a_newer_version_is_a_higher_whole_number_of_the_same_library(
    version: str, number: int, urn: str
) -> None:
    known = replace(questionnaire(), version=version)

    written = yaml.safe_load(library_yaml.write(known))

    assert written["version"] == number
    assert written["urn"] == f"urn:muster:risk:library:muster-readiness-{urn}"


def test_a_questionnaire_gives_the_same_bytes_twice() -> None:
    assert library_yaml.write(questionnaire()) == library_yaml.write(questionnaire())
    assert library()["publication_date"] == questionnaire().published
