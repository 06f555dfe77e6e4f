"""A draft policy: the clauses by domain, and a table for its approval."""

from collections.abc import Iterator
from functools import partial

from app.report.policy.clause_part import clause_paragraphs
from app.report.policy.draft_content import DraftContent
from app.report.policy.draft_document import EMPTY_CELL, DraftBlock, DraftDocument, DraftTable
from app.report.policy.working_paper import build_document
from app.translations import N_

_APPROVAL = N_("Approval")
_APPROVED_BY = (N_("Version"), N_("Approved by (name and role)"), N_("Date"), N_("Signature"))
_SHARES = (14, 42, 20, 24)
_LINES = 2


def draft_policy(content: DraftContent) -> DraftDocument:
    """Return a policy of the clauses, to be filled in and approved."""
    lead = N_("This draft consists of model clauses. Change them until they say what your organisation does.")
    body = [*_clauses(content), *_approval(content)]
    return build_document(N_("Draft social media policy"), lead, content, body, content.open_placeholders)


def _clauses(content: DraftContent) -> Iterator[DraftBlock]:
    sides = content.sides
    for domain, clauses in content.parts:
        yield sides.text("heading1", domain.name)
        for clause in clauses:
            yield sides.text("heading2", clause.title)
            title = sides.first.wording.text(clause.title)
            yield from sides.side_by_side(title, partial(clause_paragraphs, clause))


def _approval(content: DraftContent) -> Iterator[DraftBlock]:
    sides = content.sides
    yield sides.sentence("heading1", _APPROVAL)
    head = tuple(sides.sentence("cell_heading", each) for each in _APPROVED_BY)
    blank = (EMPTY_CELL,) * len(head)
    yield DraftTable(sides.first.wording._(_APPROVAL), head, (blank,) * _LINES, _SHARES)
