"""A clause in a document: its numbered paragraphs, and the notes for its authors."""

from collections.abc import Iterator

from app.maturity.policy.clause import Clause
from app.report.policy.draft_document import DraftParagraph
from app.report.policy.sides import DraftSide


def clause_paragraphs(clause: Clause, side: DraftSide) -> Iterator[DraftParagraph]:
    """Yield the paragraphs that bind, then the notes."""
    for paragraph in clause.paragraphs:
        yield side.bracketed("clause", side.wording.text(paragraph))
    yield from _notes(clause, side)


def _notes(clause: Clause, side: DraftSide) -> Iterator[DraftParagraph]:
    wording = side.wording
    _ = wording._
    practice = wording.questionnaire.question(clause.practice)
    if len(wording.questionnaire.policy.clauses[clause.practice]) > 1:
        # One of several clauses alone does not give the level.
        sentence = _(
            "The clauses of practice %(id)s, %(name)s, are together the written part of level %(level)s."
        )
    else:
        sentence = _("The text above is the written part of level %(level)s of practice %(id)s, %(name)s.")
    values = {
        "level": f"{clause.supports} {wording.level_name(clause.supports)}",
        "id": practice.id,
        "name": wording.text(practice.name),
    }
    yield side.labelled("note", _("Note"), side.run(sentence % values))
    if clause.also:
        yield side.labelled("note", _("Also to be done to reach the level"))
        for step in clause.also:
            yield side.bracketed("note_item", wording.text(step))
    if clause.guidance:
        cited = (wording.questionnaire.guidance[id] for id in clause.guidance)
        yield side.labelled("note", _("What to read"), *side.titles_of(cited))
