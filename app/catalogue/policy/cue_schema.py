"""The schema of the files in ``cues/``."""

from app.catalogue.notes import Check
from app.catalogue.policy import cue_rules
from app.catalogue.shapes import list_of, table, table_list, text, values_by_id
from app.catalogue.texts import TRANSLATION_CHECKS
from app.catalogue.values import boolean, integer, one_of, reference, string
from app.maturity.text import LANGUAGES, Language

_NAME = r"[a-z][a-z0-9_]*"
# Capitals, accents and hyphens are folded away in the text that is read, so a term has none.
_WORDS = r"(?:\^ )?(?:[a-z0-9%]+\*?|@)(?: [a-z0-9%]+\*?)*"
_term = string(_WORDS, "approv* by")
_term_or_named_set = string(rf"{_WORDS}|\$[a-z_]+", "approv* by or $staff")
_term_or_set = string(rf"{_WORDS}|\^|\$[a-z_]+|@date", "approv* by, $staff or @date")


def _cue(language: Language) -> Check:
    sentence = TRANSLATION_CHECKS[language]
    return table(
        {"all": list_of(list_of(_term_or_set)), "hits": sentence, "misses": sentence},
        {
            "within": integer(1, 60),
            "not": list_of(_term_or_named_set),
            "under": list_of(_term_or_named_set),
            "matter": string(_NAME, "approval"),
        },
        cue_rules.note_sets,
        cue_rules.a_date_is_apart,
    )


_reading = table(
    {
        "practice": reference("practice"),
        "reads": one_of("written", "weak", "none"),
        "alone": integer(0, 4),
        "confirmed": integer(0, 4),
    },
    {
        "confirm": text,
        "why": text,
        "two_matters": boolean,
        **{language: table_list(_cue(language)) for language in LANGUAGES},
    },
    cue_rules.note_reading,
    cue_rules.levels_fit,
    cue_rules.what_is_not_read_has_no_cues,
)

_more_cues = table(
    {"practice": reference("practice")},
    {language: table_list(_cue(language)) for language in LANGUAGES},
    cue_rules.note_more_cues,
)

_measured = table(
    {
        "texts": integer(1, 1_000_000),
        "shown": integer(1, 1_000_000),
        "right": integer(0, 1_000_000),
        "marked": integer(1, 1_000_000),
        "found": integer(0, 1_000_000),
    },
    {},
    cue_rules.parts_are_not_above_wholes,
)

_terms = table({language: list_of(_term) for language in LANGUAGES})

readings: Check = table(
    {}, {"reading": table_list(_reading, "practice"), "cues": table_list(_more_cues, "practice")}
)
terms: Check = table(
    {}, {"denial": _terms, "duty": _terms, "topic": _terms, "set": values_by_id("set", _terms, "sets")}
)
measured: Check = table({"measured": table(dict.fromkeys(LANGUAGES, _measured))})
