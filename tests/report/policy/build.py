"""A small bank of clauses, and documents made from it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from app.maturity.policy.clause import Clause, Placeholder, PolicyBank
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language, Text
from app.report.policy.draft_content import DraftContent, choose_clauses
from tests.build import a_questionnaire, a_text
from tests.figures.cast import wording_in

PLACEHOLDERS = (
    Placeholder("organisation", Text("organisation", "organisation"), a_text("Your name."), common=True),
    Placeholder("keeper", Text("keeper", "gardien"), a_text("Who keeps the list."), common=False),
)


def a_clause(id: str = "G1-1", **changes: object) -> Clause:
    """Return a clause of two paragraphs, with a placeholder at the beginning of the second."""
    paragraphs = (
        Text("The list of [organisation] must be kept.", "La liste de [organisation] doit être tenue."),
        Text("[Keeper] must read it every [12] months.", "[Gardien] doit la lire tous les [12] mois."),
    )
    clause = Clause(
        id, id.partition("-")[0], 2, a_text(f"Title {id}"), paragraphs, (a_text("Do it."),), ("R1",)
    )
    return replace(clause, **changes)  # type: ignore[arg-type]  # any field of a clause


@cache
def bank() -> Questionnaire:
    """Return a questionnaire with clauses for practices of two of its three domains."""
    clauses = {"G1": (a_clause("G1-1"), a_clause("G1-2")), "E3": (a_clause("E3-1"),)}
    return a_questionnaire(policy=PolicyBank(clauses, PLACEHOLDERS))


def a_content(
    languages: tuple[Language, ...] = ("en",),
    filled: Mapping[str, str] | None = None,
    questionnaire: Questionnaire | None = None,
) -> DraftContent:
    """Return all clauses of the bank in some languages, with the same words typed in each."""
    of = questionnaire or bank()
    wordings = tuple(wording_in(language, of) for language in languages)
    return DraftContent(choose_clauses(of), wordings, dict.fromkeys(LANGUAGES, filled or {}))
