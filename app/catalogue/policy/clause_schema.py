"""The schema of the files in ``clauses/``."""

from app.catalogue.notes import Check
from app.catalogue.policy import clause_rules
from app.catalogue.shapes import list_of, table, table_list, text
from app.catalogue.texts import TRANSLATION_CHECKS
from app.catalogue.values import boolean, definition, integer, reference

CLAUSE_ID = r"[A-Z]\d+-\d+"

# As many paragraphs in one language as in the other; the rules compare them.
_paragraphs = table({language: list_of(check) for language, check in TRANSLATION_CHECKS.items()})

_clause = table(
    {
        "id": definition("clause", CLAUSE_ID, "G1-1"),
        "practice": reference("practice"),
        "supports": integer(1, 4),
        "title": text,
        "text": _paragraphs,
        "also": _paragraphs,
    },
    {"guidance": list_of(reference("guidance"))},
    clause_rules.id_begins_with_the_practice,
    clause_rules.paragraphs_are_equal_in_number,
    clause_rules.paragraphs_bind,
)

_placeholder = table(
    {"id": definition("placeholder", r"[a-z][a-z0-9_]*", "policy_owner"), "name": text, "meaning": text},
    {"common": boolean},
)

clauses: Check = table({"clause": table_list(_clause, "id")})
placeholders: Check = table({"placeholder": table_list(_placeholder, "id")})
