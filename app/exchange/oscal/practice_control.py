"""A practice as a control of the catalogue: its question, statements and steps, in both languages."""

from collections.abc import Iterator

from app.exchange.oscal.entries import (
    NAMESPACE,
    RISK_FRAMEWORK,
    Entry,
    identify,
    own_prop,
    prop,
    yes_or_no,
)
from app.exchange.oscal.markdown import escape_line, escape_text
from app.maturity.answers import DEFAULT_TARGET
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.text import Language


def control_id(question: Question) -> str:
    """Return the id of a practice’s control; by convention those of OSCAL have small letters."""
    return question.id.lower()


def objective_id(question: Question) -> str:
    """Return the id of the part that findings point to."""
    return f"{control_id(question)}_obj"


def control_entry(question: Question, place: str, questionnaire: Questionnaire) -> Entry:
    """Return a practice as a control; ``place`` sorts it, for example ``01-02``."""
    entry: Entry = {
        "id": control_id(question),
        "class": "practice",
        "title": escape_line(question.name.en),
        "props": list(_props(question, place, questionnaire)),
    }
    if question.guidance:
        entry["links"] = [
            {"href": f"#{identify('guidance', id)}", "rel": "reference"} for id in question.guidance
        ]
    entry["parts"] = [*_english(question), _french(question)]
    return entry


def _props(question: Question, place: str, questionnaire: Questionnaire) -> Iterator[Entry]:
    yield prop("label", question.id)
    yield prop("label", question.name.fr, "fr")
    yield prop("sort-id", place)
    yield own_prop("owner", question.owner)
    yield own_prop("effort", question.effort)
    yield own_prop("gate", yes_or_no(question.gate))
    yield own_prop("foundation", yes_or_no(question.foundation))
    for id in question.builds_on:
        yield own_prop("builds-on", id.lower())
    for variant in questionnaire.variants.values():
        if question.id in variant.questions:
            yield own_prop("variant", variant.id)


def _english(question: Question) -> Iterator[Entry]:
    id = control_id(question)
    yield {
        "id": f"{id}_smt",
        "name": "statement",
        "prose": escape_text(question.text.en),
        "parts": [
            {**_statement(question, level, f"{id}_smt", "en"), "name": "item"}
            for level in range(len(question.levels))
        ],
    }
    yield {"id": f"{id}_gdn", "name": "guidance", "prose": _guidance(question, "en")}
    yield {
        "id": objective_id(question),
        "name": "assessment-objective",
        "props": [own_prop("target-level", int(DEFAULT_TARGET))],
        "prose": escape_text(question.levels[DEFAULT_TARGET].en),
    }
    yield {
        "id": f"{id}_asm",
        "name": "assessment-method",
        "props": [{"name": "method", "ns": RISK_FRAMEWORK, "value": "EXAMINE"}],
        "parts": [{"id": f"{id}_asm.obj", "name": "assessment-objects", "prose": _evidence(question, "en")}],
    }
    yield from _own_parts(question, id, "_", "en")


def _french(question: Question) -> Entry:
    id = f"{control_id(question)}_fr"
    parts: list[Entry] = [_own_part(f"{id}.smt", "statement", escape_text(question.text.fr))]
    parts += [
        {**_statement(question, level, f"{id}.smt", "fr"), "name": "item", "ns": NAMESPACE}
        for level in range(len(question.levels))
    ]
    parts.append(_own_part(f"{id}.gdn", "guidance", _guidance(question, "fr")))
    parts.append(_own_part(f"{id}.asm", "assessment-objects", _evidence(question, "fr")))
    parts += _own_parts(question, id, ".", "fr")
    return {
        "id": id,
        "name": "translation",
        "ns": NAMESPACE,
        "class": "fr",
        "title": escape_line(question.name.fr),
        "props": [own_prop("language", "fr")],
        "parts": parts,
    }


def _own_parts(question: Question, id: str, mark: str, language: Language) -> Iterator[Entry]:
    """Yield the parts for which OSCAL has no name: the steps, the decision, why a practice does not apply."""
    for level, action in enumerate(question.actions, start=1):
        part = _own_part(f"{id}{mark}act.{level}", "action", escape_text(action.in_(language)))
        yield {**part, "props": [own_prop("to-level", level)]}
    if question.decision:
        yield _own_part(f"{id}{mark}dec", "decision", escape_text(question.decision.in_(language)))
    if question.not_applicable:
        reason = escape_text(question.not_applicable.in_(language))
        yield _own_part(f"{id}{mark}na", "not-applicable-reason", reason)


def _own_part(id: str, name: str, prose: str) -> Entry:
    return {"id": id, "name": name, "ns": NAMESPACE, "prose": prose}


def _statement(question: Question, level: int, id: str, language: Language) -> Entry:
    return {
        "id": f"{id}.{level}",
        "props": [prop("label", str(level)), own_prop("level", level)],
        "prose": escape_text(question.levels[level].in_(language)),
    }


def _guidance(question: Question, language: Language) -> str:
    return f"{escape_text(question.help.in_(language))}\n\n{escape_text(question.why.in_(language))}"


def _evidence(question: Question, language: Language) -> str:
    return "\n".join(f"- {escape_line(each.in_(language))}" for each in question.evidence)
