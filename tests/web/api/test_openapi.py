"""The OpenAPI document describes what the API serves, and nothing else."""

import json
import re
from typing import Any

import pytest
from flask import Flask

from tests.web.api.program import Program

Document = dict[str, Any]


@pytest.fixture
def document(app: Flask) -> Document:
    found: Document = Program.of(app).reads("/openapi.json")
    return found


def test_it_lists_every_route_and_method_and_no_other(app: Flask, document: Document) -> None:
    served = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/")
    }
    described = {
        (f"{document['servers'][0]['url']}{path}", method.upper())
        for path, methods in document["paths"].items()
        for method in methods
    }

    assert len(served) > 15
    assert described == served


def test_every_parameter_of_an_address_is_described(document: Document) -> None:
    parameters = document["components"]["parameters"]
    for path, methods in document["paths"].items():
        for operation in methods.values():
            named = [parameters[each["$ref"].rpartition("/")[2]] for each in operation.get("parameters", [])]
            assert {each["name"] for each in named if each["in"] == "path"} == set(
                re.findall(r"{(\w+)}", path)
            )


def references(part: object) -> list[str]:
    """Return every reference in a part of the document."""
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [each for value in part.values() for each in references(value)]
    return [each for value in part for each in references(value)] if isinstance(part, list) else []


def test_every_reference_leads_somewhere_and_every_part_is_used(document: Document) -> None:
    named = set(references(document))
    parts = {
        f"#/components/{kind}/{name}"
        for kind, held in document["components"].items()
        if kind != "securitySchemes"
        for name in held
    }

    assert len(named) > 30
    assert named <= parts
    assert {each for each in parts - named if not each.endswith("_answer")} == set()


def test_each_name_of_an_operation_is_given_once(document: Document) -> None:
    names = [each["operationId"] for methods in document["paths"].values() for each in methods.values()]

    assert len(names) == len(set(names))


def test_it_names_every_practice_and_export(app: Flask, document: Document) -> None:
    questionnaire = Program.of(app).reads("/questionnaire")
    ids = {each["id"] for domain in questionnaire["domains"] for each in domain["practices"]}
    schemas = document["components"]["schemas"]

    assert ids <= set(schemas["Practice"]["enum"])
    assert "scorecard.pdf" in schemas["ExportName"]["enum"]
    assert set(schemas["Assessment"]["properties"]["answers"]["properties"]) == ids


def test_only_public_addresses_need_no_code(document: Document) -> None:
    public = {
        path for path, methods in document["paths"].items() for each in methods.values() if "security" in each
    }

    assert public == {"/openapi.json", "/questionnaire", "/score"}
    assert document["security"] == [{"code": []}]
    assert json.dumps(document).count("problems") == 0
