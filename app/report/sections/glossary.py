"""The terms of the document, each explained in a sentence, and the levels of the ladder."""

from app.maturity.level import Level
from app.translations import N_
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import Style

_ENTRY = Style(9.8, 13.4, after=4)
_TERMS = (
    (N_("Domain"), N_("A group of practices on one subject. All domains weigh the same.")),
    (N_("Level"), N_("How far a practice has come, from %(lowest)s to %(highest)s.")),
    (
        N_("Score"),
        N_("How far a domain has come, from 0 to 100: the points of its levels out of all it could have."),
    ),
    (
        N_("Readiness"),
        N_("How far your practice has come, from 0 to 100; overall, the mean of the domain scores."),
    ),
    (
        N_("Must-have"),
        N_(
            "A practice without which the overall level cannot rise above Defined. It is missing while it is"
            " below Defined."
        ),
    ),
    (
        N_("Foundation"),
        N_(
            "One of the practices that most others depend on. While below Defined, it comes right after the"
            " missing must-haves."
        ),
    ),
    (N_("Evidence"), N_("What you could show to somebody who doubts an answer, with its date.")),
    (
        N_("Finding"),
        N_("A figure published in 2012 on a subject that practices of this questionnaire cover."),
    ),
    (
        N_("Target"),
        N_("The level that a domain’s practices should reach. It is Applied unless you set another."),
    ),
    (
        N_("Gain"),
        N_("The points of overall readiness that a practice adds when it reaches its target."),
    ),
)


def glossary(wording: Wording) -> list[Block]:
    """Return the document's terms and the questionnaire's words, each with its meaning."""
    _, questionnaire = wording._, wording.questionnaire
    words = ((wording.text(term), wording.text(meaning)) for term, meaning in questionnaire.glossary)
    return [
        SectionHeading("glossary", wording._("Glossary"), wording_only=True),
        *(_entry(_(term), _(meaning) % _numbers(wording)) for term, meaning in _TERMS),
        levels_heading(wording),
        Paragraph(wording.text(questionnaire.answering_rule), Style(keep_with_next=True), wording_only=True),
        levels_table(wording),
        Subheading("words", _("Words that mean the same everywhere"), wording_only=True),
        *(_entry(term, meaning) for term, meaning in words),
    ]


def levels_heading(wording: Wording) -> Subheading:
    """Return the heading above the levels."""
    count = wording.number_word(len(wording.questionnaire.levels))
    return Subheading("levels", wording._("The %(count)s levels") % {"count": count}, wording_only=True)


def levels_table(wording: Wording) -> TableBlock:
    """Return a table of the levels with number, name and meaning."""
    _, questionnaire = wording._, wording.questionnaire
    ladder = zip(questionnaire.levels, questionnaire.level_meanings, strict=True)
    rows = tuple(
        (str(number), wording.text(name), wording.text(meaning))
        for number, (name, meaning) in enumerate(ladder)
    )
    columns = (Column("", 24), Column(_("Level"), 84), Column(_("Meaning"), 372))
    return TableBlock(columns, rows, row_header_column=1, keep_whole=True, wording_only=True)


def _numbers(wording: Wording) -> dict[str, object]:
    """Return the numbers in the meanings."""
    lowest, highest = (f"{level} {wording.level_name(level)}" for level in (min(Level), max(Level)))
    return {"lowest": lowest, "highest": highest}


def _entry(term: str, meaning: str) -> Paragraph:
    return Paragraph([Span(f"{term}  ", strong=True), Span(meaning)], _ENTRY, path=LISTED, wording_only=True)
