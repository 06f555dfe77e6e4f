"""The JSON Schema of assessment.json, built from the code’s own constants and the questionnaire.

``python -m tests.exchange.schema`` writes docs/assessment.schema.json.
"""

import json
from pathlib import Path

from app.catalogue.versions import load_all
from app.exchange import answer_json, assessment_json, plan_json, round_json
from app.maturity.answers import (
    COMMENT_LIMIT,
    ORGANISATION_LIMIT,
    ORGANISATION_TYPES,
    REGIONS,
    SIZE_BANDS,
    TARGETS,
)
from app.maturity.opinions import OpinionQuestion
from app.maturity.plan.action import NOTE_LIMIT, PERSON_LIMIT, STATES, TITLE_LIMIT
from app.maturity.plan.plan import ACTION_LIMIT
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import LABEL_LIMIT, MAX_ROUNDS
from app.maturity.text import LANGUAGES

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "assessment.schema.json"

DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
NOTE = {"type": "string", "maxLength": COMMENT_LIMIT}


def an_object(
    properties: dict[str, object], required: tuple[str, ...] = (), **more: object
) -> dict[str, object]:
    demanded = {"required": list(required)} if required else {}
    return {
        "type": "object",
        "properties": properties,
        **demanded,
        "additionalProperties": False,
        **more,
    }


def an_answer(*, may_not_apply: bool, may_carry: bool = True) -> dict[str, object]:
    choices: dict[str, object] = {
        "level": {"type": "integer", "minimum": 0, "maximum": 4},
        "unknown": {"const": True},
    }
    if may_not_apply:
        choices["not_applicable"] = {"const": True}
    known = choices | {"comment": NOTE, "evidence": NOTE, "evidence_date": DAY}
    if may_carry:
        known[answer_json.CARRIED] = {"const": True}
    properties = {key: known[key] for key in answer_json.KEYS_WITH_CARRIED if key in known}
    chosen = [{"required": [key]} for key in choices]
    none = {"not": {"anyOf": chosen}}
    return an_object(properties, minProperties=1, oneOf=[*chosen, none])


def an_opinion(question: OpinionQuestion) -> dict[str, object]:
    if not question.many:
        return {"enum": list(question.tokens)}
    alone = [option.token for option in question.options if option.exclusive]
    together = {"items": {"not": {"enum": alone}}} if alone else {}
    return {
        "type": "array",
        "items": {"enum": list(question.tokens)},
        "uniqueItems": True,
        "anyOf": [{"maxItems": 1}, together],
    }


def in_variant(questionnaire: Questionnaire, variant: str) -> dict[str, object]:
    """Refuse the answers that a variant does not ask, once the profile names it."""
    asked = [question.id for question in questionnaire.questions_in(variant)]
    return {
        "if": {"properties": {"profile": {"properties": {"variant": {"const": variant}}}}},
        "then": {"properties": {"answers": {"propertyNames": {"enum": asked}}}},
    }


def a_name() -> dict[str, object]:
    return {
        "number": {"type": "integer", "minimum": 1, "maximum": 999_999},
        "label": {"type": "string", "maxLength": LABEL_LIMIT},
    }


def closed_rounds(questionnaire: Questionnaire, profile: dict[str, object]) -> dict[str, object]:
    """Describe the rounds: each is as the top level, in the words of the version that it names."""
    named = {"id": {"const": questionnaire.id}, "version": {"type": "string"}}
    properties: dict[str, object] = {
        **a_name(),
        "questionnaire": an_object(dict(named), round_json.QUESTIONNAIRE_KEYS),
        "profile": an_object(dict(profile), round_json.PROFILE_KEYS),
        "answers": {"type": "object", "additionalProperties": {"$ref": "#/$defs/closed_answer"}},
        "completed_on": DAY,
        "opinions": {"type": "object"},
        "targets": {
            "type": "object",
            "additionalProperties": {"enum": [int(level) for level in TARGETS]},
        },
    }
    required = ("number", "completed_on", *round_json.REQUIRED)
    return {"type": "array", "maxItems": MAX_ROUNDS, "items": an_object(properties, required)}


def a_plan() -> dict[str, object]:
    """Describe the plan."""
    day_or_none = {"anyOf": [DAY, {"type": "null"}]}
    text = {"type": "string"}
    fields: dict[str, object] = {
        "id": text | {"pattern": "^[0-9a-z-]{1,40}$"},
        "practice": {"type": ["string", "null"]},
        "title": text | {"minLength": 1, "maxLength": TITLE_LIMIT},
        "lang": {"enum": list(LANGUAGES)},
        "person": text | {"maxLength": PERSON_LIMIT},
        "due": day_or_none,
        "state": {"enum": list(STATES)},
        "done_on": day_or_none,
        "note": text | {"maxLength": NOTE_LIMIT},
        "revision": {"type": "integer", "minimum": 0, "maximum": 999_999},
    }
    return {"type": "array", "maxItems": ACTION_LIMIT, "items": an_object(fields, plan_json.REQUIRED)}


def schema(questionnaire: Questionnaire) -> dict[str, object]:
    profile = {
        "organisation": {"type": "string", "maxLength": ORGANISATION_LIMIT},
        "organisation_type": {"enum": list(ORGANISATION_TYPES)},
        "size_band": {"enum": list(SIZE_BANDS)},
        "region": {"enum": list(REGIONS)},
        "variant": {"enum": list(questionnaire.variants)},
    }
    answers = {
        question.id: {
            "$ref": "#/$defs/optional_answer" if question.not_applicable else "#/$defs/answer",
            "description": question.name.en,
        }
        for question in questionnaire.questions_in("full")
    }
    targets = {domain.letter: {"enum": [int(level) for level in TARGETS]} for domain in questionnaire.domains}
    named = {"id": {"const": questionnaire.id}, "version": {"const": questionnaire.version}}
    properties: dict[str, object] = {
        "format": {"const": assessment_json.FORMAT},
        "format_version": {"const": assessment_json.FORMAT_VERSION},
        "questionnaire": an_object(dict(named), round_json.QUESTIONNAIRE_KEYS),
        "profile": an_object(dict(profile), round_json.PROFILE_KEYS),
        "answers": an_object(dict(answers)),
        "completed_on": DAY,
        "opinions": an_object({question.id: an_opinion(question) for question in questionnaire.opinions}),
        "targets": an_object(dict(targets)),
        "round": an_object(a_name(), ("number",)),
        "rounds": closed_rounds(questionnaire, profile),
        "plan": a_plan(),
        "review_on": DAY,
    }
    partial = [
        variant.id
        for variant in questionnaire.variants.values()
        if len(variant.questions) < len(questionnaire.questions_in("full"))
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "assessment.json",
        "description": "One organisation’s assessment, its closed rounds and its plan. Beyond what a schema "
        "can say: no key occurs twice, no day lies in the future, and text is measured in code points once "
        "its line ends are LF.",
        **an_object(properties, assessment_json.REQUIRED),
        "allOf": [in_variant(questionnaire, variant) for variant in partial],
        "$defs": {
            "answer": an_answer(may_not_apply=False),
            "optional_answer": an_answer(may_not_apply=True),
            "closed_answer": an_answer(may_not_apply=True, may_carry=False),
        },
    }


def written(questionnaire: Questionnaire) -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(questionnaire), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(load_all(ROOT / "questionnaires").newest), encoding="utf-8")
