"""What both documents say beside their clauses: that nothing is in force, and what is to be filled in."""

from collections.abc import Iterator, Sequence

from app.maturity.policy.clause import Placeholder
from app.report.policy.draft_content import DraftContent
from app.report.policy.draft_document import DraftBlock, DraftDocument, DraftParagraph, DraftRun, Runs
from app.report.policy.sides import DraftSide
from app.translations import N_

_TO_FILL_IN = N_("What is to be filled in")
_PAGE = N_("Page %(number)s of %(total)s")


def build_document(
    title: str,
    lead: str,
    content: DraftContent,
    body: Sequence[DraftBlock],
    placeholders: Sequence[Placeholder],
) -> DraftDocument:
    """Return a document with a title, what a reader must know first, its body and the list of placeholders.

    ``title`` and ``lead`` are sentences of the interface; ``placeholders`` are those still open.
    """
    sides = content.sides
    name = content.organisation
    heading = sides.joined(lambda side: (side.run(side.wording._(title)),))
    blocks: list[DraftBlock] = [DraftParagraph("title", heading)]
    if name:
        blocks.append(sides.first.paragraph("subtitle", name))
    blocks += sides.side_by_side(
        "".join(run.text for run in heading), lambda side: _introduction(lead, content, placeholders, side)
    )
    blocks += body
    if placeholders:
        blocks.append(sides.sentence("heading1", _TO_FILL_IN))
        blocks += sides.side_by_side(
            sides.first.wording._(_TO_FILL_IN), lambda side: _explained(placeholders, side)
        )
    property = "".join(run.text for run in heading)
    return DraftDocument(
        f"{property} – {name}" if name else property,
        content.languages,
        tuple(blocks),
        (*sides.joined(_working_paper), sides.first.run("\t"), *sides.joined(_page_number)),
    )


def _introduction(
    lead: str, content: DraftContent, placeholders: Sequence[Placeholder], side: DraftSide
) -> Iterator[DraftParagraph]:
    _ = side.wording._
    notice = _("Working paper. Nothing in it is in force until approved.")
    yield side.paragraph("body", notice, "strong")
    yield side.paragraph(
        "body",
        _(
            "This document is not legal advice. Have it read by your lawyers, and consult the representatives"
            " of your staff where the law requires it."
        ),
    )
    yield side.paragraph("body", _(lead))
    if placeholders:
        sentence = _(
            "Words in bold and in [brackets] are to be filled in; the list at the end explains them."
        )
        yield side.bracketed("body", sentence)
    if content.has_proposals:
        sentence = _(
            "A number or an example in brackets that the list does not explain is a proposal: change it, or"
            " remove its brackets."
        )
        yield side.paragraph("body", sentence)
    if placeholders:
        sentence = _(
            "These first paragraphs, the notes below each clause and the list at the end are for the authors."
            " Delete them before approval."
        )
    else:
        sentence = _(
            "These first paragraphs and the notes below each clause are for the authors. Delete them before"
            " approval."
        )
    yield side.paragraph("body", sentence)


def _explained(placeholders: Sequence[Placeholder], side: DraftSide) -> Iterator[DraftParagraph]:
    """Yield each placeholder with its meaning."""
    for each in placeholders:
        name = side.run(f"[{side.wording.text(each.name)}]", "placeholder")
        colon = side.run(side.wording.label_value("", ""))
        yield DraftParagraph("item", (name, colon, side.run(side.wording.text(each.meaning))))


def _working_paper(side: DraftSide) -> Runs:
    return (side.run(side.wording._("Working paper")),)


def _page_number(side: DraftSide) -> Runs:
    language = side.wording.language
    before, _number, rest = side.wording._(_PAGE).partition("%(number)s")
    between, _total, after = rest.partition("%(total)s")
    runs = (
        DraftRun(before, language),
        DraftRun("1", language, field="page"),
        DraftRun(between, language),
        DraftRun("1", language, field="pages"),
        DraftRun(after, language),
    )
    return tuple(run for run in runs if run.text)
