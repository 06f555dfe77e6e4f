import json
import re
from dataclasses import replace

from app.exchange.oscal import catalog_json
from tests.exchange.oscal.build import catalog
from tests.exchange.oscal.rules import document, entries, faults, ids_of, props
from tests.figures.cast import questionnaire

CONTROLS = {
    each["id"]: each
    for key, each in entries(document(catalog()))
    if key == "controls" and isinstance(each, dict)
}


def part(control: str, name: str) -> dict[str, object]:
    """Return a part of a control by its name."""
    (found,) = (each for each in CONTROLS[control]["parts"] if each["name"] == name)
    return dict(found)


def test_the_catalogue_keeps_every_rule() -> None:
    assert faults(catalog(), catalog()) == []


def test_each_practice_is_a_control_with_a_statement_of_five_items() -> None:
    questions = questionnaire().questions_in("full")

    assert list(CONTROLS) == [each.id.lower() for each in questions]
    for question in questions:
        statement = part(question.id.lower(), "statement")
        items = statement["parts"]
        assert isinstance(items, list)
        assert [props(each, "level") for each in items] == [[str(level)] for level in range(5)]
        assert [each["name"] for each in items] == ["item"] * 5


def test_texts_are_those_of_the_questionnaire_in_both_languages() -> None:
    question = questionnaire().question("G1")
    french = part("g1", "translation")

    assert part("g1", "statement")["prose"] == question.text.en
    assert part("g1", "assessment-objective")["prose"] == question.levels[3].en
    assert french["title"] == question.name.fr
    texts = [each["prose"] for each in french["parts"]]  # type: ignore[attr-defined]  # a list of parts
    assert texts[:6] == [question.text.fr, *(level.fr for level in question.levels)]
    assert question.actions[3].fr in texts
    assert props(CONTROLS["g1"], "label") == ["G1", question.name.fr]


def test_what_programs_sort_and_filter_by_are_properties() -> None:
    for question in questionnaire().questions_in("full"):
        control = CONTROLS[question.id.lower()]
        quick = question.id in questionnaire().variants["quick"].questions
        assert props(control, "owner") == [question.owner]
        assert props(control, "effort") == [str(question.effort)]
        assert props(control, "gate") == ["yes" if question.gate else "no"]
        assert props(control, "builds-on") == [each.lower() for each in question.builds_on]
        assert props(control, "variant") == ["full", "quick"][: 1 + quick]
    assert {id for each in CONTROLS.values() for id in props(each, "builds-on")} <= set(CONTROLS)


def test_ids_of_parts_begin_with_their_control_and_owners_are_roles() -> None:
    root = document(catalog())
    roles = {each["id"] for each in root["metadata"]["roles"]}

    assert all(re.match(r"[a-z]\d_|domain-[a-z]_", id) for id in ids_of(root, "parts"))
    assert {id for each in CONTROLS.values() for id in props(each, "owner")} <= roles


def test_a_reference_has_its_issuer_what_to_read_and_its_address() -> None:
    resources = {props(each, "label")[0]: each for each in document(catalog())["back-matter"]["resources"]}
    guidance = questionnaire().guidance["R1"]

    assert resources["R1"]["title"] == guidance.title.en
    assert guidance.issuer.en in resources["R1"]["citation"]["text"]
    assert resources["R1"]["description"] == guidance.requires.en
    assert guidance.requires.fr in resources["R1"]["remarks"]
    assert resources["R1"]["rlinks"] == [{"href": guidance.address}]


def test_a_questionnaire_gives_the_same_bytes_twice_and_another_version_another_uuid() -> None:
    other = json.loads(catalog_json.write(replace(questionnaire(), version="1.7")))["catalog"]

    assert catalog_json.write(questionnaire()) == catalog()
    assert other["uuid"] != document(catalog())["uuid"]
    assert other["metadata"]["version"] == "1.7"
    assert other["back-matter"] == document(catalog())["back-matter"]


def test_the_day_is_that_of_the_version() -> None:
    assert document(catalog())["metadata"]["published"] == f"{questionnaire().published}T00:00:00Z"
    undated = json.loads(catalog_json.write(replace(questionnaire(), published=None)))["catalog"]
    assert undated["metadata"]["last-modified"] == "2000-01-01T00:00:00Z"
