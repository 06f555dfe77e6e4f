"""The OpenAPI document: read from files beside this one, with what the code and the questionnaire know."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.config import ROOT
from app.maturity.questionnaire import Questionnaire
from app.translations.wording_cache import wording_cache
from app.web.api.answering import json_answer, mark
from app.web.api.exports import export_names
from app.web.refused import problem
from app.web.request.services import newest_questionnaire, versions

bp = Blueprint("api_openapi", __name__, url_prefix="/api/v1")

_FOLDER = Path(__file__).parent / "description"
_ASSESSMENT = ROOT / "docs" / "assessment.schema.json"
# Every address may answer so.
_ALWAYS = (500, 503)

Document = dict[str, Any]


@bp.get("/openapi.json")
def openapi() -> ResponseReturnValue:
    """Send the document."""
    content = _written(newest_questionnaire().version)
    return json_answer(content, mark("openapi", content))


@wording_cache
def _written(version: str) -> bytes:
    return json.dumps(describe(newest_questionnaire()), ensure_ascii=False).encode()


def describe(questionnaire: Questionnaire) -> Document:
    """Return the document: each address lists its problems in the files by their statuses alone."""
    components: Document = _read("components")
    components["schemas"] = {**_read("schemas"), **_assessment_schemas()}
    components["schemas"]["Practice"]["enum"] = sorted({id for known in versions().known for id in known.ids})
    components["schemas"]["ExportName"]["enum"] = list(export_names(questionnaire))
    components["responses"] |= {str(status): _problem(status) for status in _statuses()}
    paths: Document = _read("paths")
    for methods in paths.values():
        for method, operation in methods.items():
            for status in (*operation.pop("problems"), *_ALWAYS):
                operation["responses"][str(status)] = {"$ref": f"#/components/responses/{status}"}
            if method == "get" and "ETag" in json.dumps(operation["responses"]["200"]) + _shared(operation):
                operation["responses"]["304"] = {"$ref": "#/components/responses/Unchanged"}
    return {**_read("head"), "paths": paths, "components": components}


def _shared(operation: Document) -> str:
    """Return ETag for an address whose successful answer is one that several share, unless it is a file."""
    shared = operation["responses"]["200"].get("$ref", "")
    return "ETag" if shared and not shared.endswith("/File") else ""


def _statuses() -> Iterator[int]:
    """Yield the statuses of problems, without that of methods which no address lists."""
    yield from sorted({kind.status for kind in problem.KINDS} - {problem.WRONG_METHOD.status})


def _problem(status: int) -> Document:
    kinds = [kind for kind in problem.KINDS if kind.status == status]
    headers: Document = {"Content-Language": {"$ref": "#/components/headers/ContentLanguage"}}
    return {
        "description": "; ".join(f"{kind.title} ({kind.name})" for kind in kinds),
        "headers": headers,
        "content": {problem.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _assessment_schemas() -> Document:
    """Return the published schema of assessment.json with its parts, for every version that is here."""
    text = _ASSESSMENT.read_text("utf-8").replace("#/$defs/", "#/components/schemas/")
    schema: Document = json.loads(text)
    del schema["$schema"]
    schema["properties"]["questionnaire"]["properties"]["version"] = {
        "enum": [each.version for each in versions().known]
    }
    parts: Document = schema.pop("$defs")
    return {**parts, "Assessment": schema}


def _read(name: str) -> Document:
    found: Document = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return found
