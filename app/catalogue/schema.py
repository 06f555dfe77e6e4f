"""What every file of a questionnaire must hold: for each kind of table its keys, and the check of each."""

from collections.abc import Mapping

from app.catalogue import rules
from app.catalogue.notes import Check
from app.catalogue.shapes import entries, keyed, listed, numbered, table, text
from app.catalogue.values import band, defines, flag, names, one_of, whole, words

QUESTIONNAIRE = "questionnaire.toml"
DOMAINS = "domains"
OPINIONS = "opinions.toml"
SURVEY = "survey-2012.toml"
GUIDANCE = "guidance.toml"

FILE_NAME = r"[a-z][a-z0-9-]*"

_ADDRESS = words(r"https?://[\w.-]+(:\d+)?([/?#][^\s<>\"]*)?", "https://issuer.example/page")
_DAY = words(r"\d{4}-\d{2}-\d{2}", "2012-08-14")
_NAME = r"[a-z][a-z0-9_]*"
# What is compared or weighed needs a figure that has a share.
_WEIGHT = names("figure", "share")

_variant = table(
    {"id": defines("variant", "full|quick", "full or quick"), "name": text},
    {"questions": listed(names("practice"))},
)

_questionnaire = table(
    {
        "id": words(FILE_NAME, "readiness"),
        "version": words(r"\d+\.\d+", "1.0"),
        "title": text,
        "domains": listed(words(FILE_NAME, "governance")),
        "level": numbered(0, 4),
        "ladder": numbered(0, 4),
        "rule": text,
        "owner": keyed("owner"),
        "effort": table({"1": text, "2": text, "4": text}),
        "word": entries(table({"term": text, "meaning": text})),
        "variant": entries(_variant, "id"),
    },
    {},
    rules.variants_are_whole,
)

_practice = table(
    {
        "id": defines("practice", r"[A-Z]\d+", "G1"),
        "name": text,
        "question": text,
        "help": text,
        "level": numbered(0, 4),
        "evidence": numbered(1),
        "action": numbered(1, 4),
        "why": text,
        "owner": names("owner"),
        "effort": one_of(1, 2, 4),
        "gate": flag,
    },
    {"not_applicable": text, "guidance": listed(names("guidance")), "findings": listed(names("finding"))},
    rules.levels_differ,
    rules.gates_are_noted,
)

_domain = table(
    {
        "letter": defines("letter", "[A-Z]", "G"),
        "name": text,
        "intro": text,
        "practice": entries(_practice, "id"),
    },
    {"barrier": text, "benefit": text},
    rules.ids_begin_with_the_letter,
)

_option = table(
    {"token": words(_NAME, "very_important"), "label": text},
    {"exclusive": flag, "figure": _WEIGHT, "drawn_as": band, "note": text},
)

_combined = table({"tokens": listed(words()), "label": text, "figure": _WEIGHT}, {"note": text})

_opinion = table(
    {
        "id": defines("opinion", r"[A-Z]\d+", "O1"),
        "name": text,
        "question": text,
        "help": text,
        "choice": one_of("one", "many"),
        "option": entries(_option, "token"),
    },
    {"optional": flag, "note": text, "combined": entries(_combined)},
    rules.exclusive_needs_many,
    rules.tokens_differ,
    rules.combined_tokens_exist,
)

_survey = table(
    {
        "title": words(),
        "issuer": words(),
        "published": _DAY,
        "sample": text,
        "sample_figure": names("figure"),
        "mix": text,
        "mix_figures": listed(names("figure")),
        "caution": text,
        "precision": text,
        "n": whole(1, 1_000_000),
    }
)

_figure = table(
    {
        "id": defines("figure", r"[A-Z]\d+[a-z]?", "F6"),
        "claim": text,
        "shown": text,
        "base": text,
        "source": text,
        "address": _ADDRESS,
        "quote": words(),
        "quote_language": one_of("en", "fr"),
        "confidence": one_of("A", "B", "C+", "C"),
    },
    {"share": whole(0, 100), "working": flag, "caution": text},
    rules.weights_are_noted,
)

_finding = table(
    {
        "name": defines("finding", _NAME, "brand_awareness"),
        "figure": _WEIGHT,
        "label": text,
        "kind": one_of("priority", "benefit", "barrier"),
    }
)

_guidance = table(
    {
        "id": defines("guidance", r"R\d+", "R7"),
        "title": words(),
        "issuer": text,
        "requires": text,
        "status": one_of("V", "Vs", "M"),
    },
    {"year": words(), "identifier": words(), "address": _ADDRESS},
    rules.addresses_were_read,
)

_FILES: Mapping[str, Check] = {
    QUESTIONNAIRE: _questionnaire,
    OPINIONS: table({"opinion": entries(_opinion, "id")}),
    SURVEY: table(
        {
            "survey": _survey,
            "confidence": table({"A": text, "B": text, "C+": text, "C": text}),
            "figure": entries(_figure, "id"),
            "finding": entries(_finding, "name"),
        }
    ),
    GUIDANCE: table({"guidance": entries(_guidance, "id")}),
}


def schema(file: str) -> Check:
    """Give the check of a file's content; any file of the domains folder is a domain."""
    return _FILES.get(file, _domain)
