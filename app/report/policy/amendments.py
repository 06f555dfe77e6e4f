"""An amendment sheet: each clause with the place where it belongs, and a table for what was decided."""

from collections.abc import Iterator
from functools import partial
from itertools import count

from app.maturity.policy.clause import Clause, Placeholder
from app.maturity.questionnaire import Domain
from app.maturity.text import Text
from app.report.policy.clause_part import clause_paragraphs
from app.report.policy.draft_content import DraftContent
from app.report.policy.draft_document import (
    EMPTY_CELL,
    DraftBlock,
    DraftCell,
    DraftDocument,
    DraftParagraph,
    DraftTable,
)
from app.report.policy.sides import DraftSide
from app.report.policy.working_paper import build_document
from app.translations import N_

_DECISIONS = N_("Decisions")
_HEADINGS = (N_("Clause"), N_("Approved"), N_("Approved with changes"), N_("Rejected"), N_("Remarks"))
_SHARES = (30, 15, 19, 14, 22)
_BOX = "☐"
_SIGNATURE = N_("Signature")
_DECIDED_BY = (N_("Decided by (name and role)"), N_("Date"), _SIGNATURE)
_DECIDED_BY_SHARES = (50, 22, 28)
_SECTION = Placeholder(
    "section",
    Text("section", "section"),
    Text(
        "The number of the section of your policy that the text replaces or follows.",
        "Le numéro de la section de votre politique que le texte remplace ou qu’il suit.",
    ),
    common=False,
)


def amendment_sheet(content: DraftContent) -> DraftDocument:
    """Return the clauses as amendments to a policy that is in force."""
    lead = N_(
        "Each amendment is a text to add to your policy, or to put in place of a section. Enter that section"
        " in its line “Place”. Record the decisions in the table after the amendments."
    )
    placeholders = (_SECTION, *content.open_placeholders) if content.clauses else ()
    body = [*_amendments(content), *_decisions(content)]
    return build_document(N_("Amendments to the social media policy"), lead, content, body, placeholders)


def _amendments(content: DraftContent) -> Iterator[DraftBlock]:
    sides, numbers = content.sides, count(1)
    for domain, clauses in content.parts:
        yield sides.text("heading1", domain.name)
        for clause, number in zip(clauses, numbers, strict=False):
            title = partial(_title, number, clause)
            yield sides.line("heading2", title)
            yield from sides.side_by_side(title(sides.first), partial(_amendment, domain, clause))


def _title(number: int, clause: Clause, side: DraftSide) -> str:
    sentence = side.wording._("Amendment %(number)s: %(title)s")
    return sentence % {"number": number, "title": side.wording.text(clause.title)}


def _amendment(domain: Domain, clause: Clause, side: DraftSide) -> Iterator[DraftParagraph]:
    """Yield where the clause belongs, then the clause."""
    sentence = side.wording._("At section [section] of your policy, where it deals with “%(part)s”.")
    runs = side.brackets.runs(sentence % {"part": side.wording.text(domain.name)})
    yield side.labelled("body", side.wording._("Place"), *runs)
    yield from clause_paragraphs(clause, side)


def _decisions(content: DraftContent) -> Iterator[DraftBlock]:
    sides = content.sides
    title = sides.first.wording._(_DECISIONS)
    yield sides.sentence("heading1", _DECISIONS)
    head = tuple(sides.sentence("cell_heading", each) for each in _HEADINGS)
    rows = tuple(_row(number, clause, content) for number, clause in enumerate(content.clauses, start=1))
    yield DraftTable(title, head, rows, _SHARES, named_rows=True)
    yield sides.sentence("heading2", _SIGNATURE)
    signed = tuple(sides.sentence("cell_heading", each) for each in _DECIDED_BY)
    yield DraftTable(title, signed, ((EMPTY_CELL,) * len(signed),), _DECIDED_BY_SHARES)


def _row(number: int, clause: Clause, content: DraftContent) -> tuple[DraftCell, ...]:
    sides = content.sides
    box = (sides.first.paragraph("cell", _BOX),)
    name = sides.joined(lambda side: (side.run(side.wording.text(clause.title)),))
    numbered = DraftParagraph("cell", (sides.first.run(f"{number}  "), *name))
    return ((numbered,), box, box, box, EMPTY_CELL)
