"""The levels of the ladder, each with its meaning."""

from app.translations.wording import Wording
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.table_block import Column, TableBlock


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
    return TableBlock(columns, rows, row_header_column=1, wording_only=True)
