"""The schema of a questionnaire's files: for each kind of table its keys, and the check of each key."""

from collections.abc import Mapping

from app.catalogue import rules
from app.catalogue.file_names import (
    CLAUSES,
    CUES,
    DOMAINS,
    GUIDANCE,
    MEASURED,
    NAME_PATTERN,
    OPINIONS,
    PLACEHOLDERS,
    QUESTIONNAIRE,
    SURVEY,
    TERMS,
)
from app.catalogue.notes import Check
from app.catalogue.policy import clause_schema, cue_schema
from app.catalogue.shapes import list_of, numbered_texts, table, table_list, text, text_or_name, texts_by_id
from app.catalogue.values import band, boolean, day, definition, integer, one_of, reference, string

_ADDRESS = string(r"https?://[\w.-]+(:\d+)?([/?#][^\s<>\"]*)?", "https://issuer.example/page")
_DAY = string(r"\d{4}-\d{2}-\d{2}", "2012-08-14")
_NAME = r"[a-z][a-z0-9_]*"
# Comparisons and weights need a figure that has a share.
_WEIGHT = reference("figure", "share")

_variant = table(
    {"id": definition("variant", "full|quick", "full or quick"), "name": text},
    {"questions": list_of(reference("practice"))},
)

_questionnaire = table(
    {
        "id": string(NAME_PATTERN, "readiness"),
        "version": string(r"\d+\.\d+", "1.0"),
        "title": text,
        "domains": list_of(string(NAME_PATTERN, "governance")),
        "level": numbered_texts(0, 4),
        "ladder": numbered_texts(0, 4),
        "rule": text,
        "owner": texts_by_id("owner"),
        "effort": table({"1": text, "2": text, "4": text}),
        "word": table_list(table({"term": text, "meaning": text})),
        "variant": table_list(_variant, "id"),
    },
    {"published": day},
    rules.variants_are_complete,
)

_practice = table(
    {
        "id": definition("practice", r"[A-Z]\d+", "G1"),
        "name": text,
        "question": text,
        "help": text,
        "level": numbered_texts(0, 4),
        "evidence": numbered_texts(1),
        "action": numbered_texts(1, 4),
        "why": text,
        "owner": reference("owner"),
        "effort": one_of(1, 2, 4),
        "gate": boolean,
    },
    {
        "not_applicable": text,
        "guidance": list_of(reference("guidance")),
        "findings": list_of(reference("finding")),
        "foundation": boolean,
        "builds_on": list_of(reference("practice")),
        "decision": text,
    },
    rules.levels_differ,
    rules.decision_is_short,
    rules.note_gate,
)

_domain = table(
    {
        "letter": definition("letter", "[A-Z]", "G"),
        "name": text,
        "intro": text,
        "practice": table_list(_practice, "id"),
    },
    {"barrier": text, "benefit": text},
    rules.ids_begin_with_the_letter,
)

_option = table(
    {"token": string(_NAME, "very_important"), "label": text},
    {"exclusive": boolean, "figure": _WEIGHT, "drawn_as": band, "note": text},
)

_combined = table({"tokens": list_of(string()), "label": text, "figure": _WEIGHT}, {"note": text})

_opinion = table(
    {
        "id": definition("opinion", r"[A-Z]\d+", "O1"),
        "name": text,
        "question": text,
        "help": text,
        "choice": one_of("one", "many"),
        "option": table_list(_option, "token"),
    },
    {"optional": boolean, "note": text, "combined": table_list(_combined)},
    rules.exclusive_needs_many,
    rules.tokens_differ,
    rules.combined_tokens_exist,
)

_policy_question = table(
    {
        "id": definition("opinion", r"[A-Z]\d+", "Q1"),
        "practice": reference("practice"),
        "name": text,
        "question": text,
        "help": text,
        "option": table_list(table({"token": string(_NAME, "yes"), "label": text}), "token"),
    },
    {},
    rules.tokens_differ,
)

_pulse = table({"practice": reference("practice"), "question": table_list(_policy_question, "id")})

_survey = table(
    {
        "title": string(),
        "issuer": string(),
        "published": _DAY,
        "sample": text,
        "sample_figure": reference("figure"),
        "mix": text,
        "mix_figures": list_of(reference("figure")),
        "caution": text,
        "precision": text,
        "n": integer(1, 1_000_000),
    }
)

_figure = table(
    {
        "id": definition("figure", r"[A-Z]\d+[a-z]?", "F6"),
        "claim": text,
        "shown": text,
        "base": text,
        "source": text,
        "address": _ADDRESS,
        "quote": string(),
        "quote_language": one_of("en", "fr"),
        "confidence": one_of("A", "B", "C+", "C"),
    },
    {"share": integer(0, 100), "working": boolean, "caution": text},
    rules.note_share,
)

_finding = table(
    {
        "name": definition("finding", _NAME, "brand_awareness"),
        "figure": _WEIGHT,
        "label": text,
        "kind": one_of("priority", "benefit", "barrier"),
    }
)

_guidance = table(
    {
        "id": definition("guidance", r"R\d+", "R7"),
        "title": text_or_name,
        "issuer": text,
        "requires": text,
        "status": one_of("V", "Vs", "M"),
    },
    {
        "title_language": one_of("en", "fr"),
        "year": string(),
        "identifier": string(),
        "address": _ADDRESS,
    },
    rules.address_needs_verified_status,
    rules.only_one_title_has_a_language,
)

_FILES: Mapping[str, Check] = {
    QUESTIONNAIRE: _questionnaire,
    OPINIONS: table({"opinion": table_list(_opinion, "id")}, {"pulse": _pulse}),
    SURVEY: table(
        {
            "survey": _survey,
            "confidence": table({"A": text, "B": text, "C+": text, "C": text}),
            "figure": table_list(_figure, "id"),
            "finding": table_list(_finding, "name"),
        }
    ),
    GUIDANCE: table({"guidance": table_list(_guidance, "id")}),
    PLACEHOLDERS: clause_schema.placeholders,
    TERMS: cue_schema.terms,
    MEASURED: cue_schema.measured,
}
# The form of every other file of a folder.
_FOLDERS: Mapping[str, Check] = {DOMAINS: _domain, CLAUSES: clause_schema.clauses, CUES: cue_schema.readings}


def check_for(file: str) -> Check:
    """Return the check of a file's content."""
    folder, _, _ = file.partition("/")
    return _FILES.get(file) or _FOLDERS[folder]
