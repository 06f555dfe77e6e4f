"""The sheet of the method: what the levels and some words mean, and how answers become scores."""

from collections.abc import Iterable

from app.exchange.workbook.book import Book
from app.translations.method_words import scoring_rules
from app.translations.wording import Wording

_WIDTHS = [20, 80]


def add_method_sheet(book: Book, wording: Wording) -> None:
    """Add the levels, the rules and the words of the questionnaire."""
    _, questionnaire = wording._, wording.questionnaire
    ladder = zip(questionnaire.levels, questionnaire.level_meanings, strict=True)
    levels = (
        (f"{level} {wording.text(name)}", wording.text(meaning))
        for level, (name, meaning) in enumerate(ladder)
    )
    words = ((wording.text(term), wording.text(meaning)) for term, meaning in questionnaire.glossary)
    rules = ((str(number), rule) for number, rule in enumerate(scoring_rules(wording), start=1))
    parts: tuple[tuple[str, Iterable[tuple[str, str]]], ...] = (
        (_("The levels"), levels),
        (_("Words that mean the same everywhere"), words),
        (_("The rules"), rules),
    )
    sheet = book.add_page(_("Method"), _WIDTHS)
    row = 0
    for heading, lines in parts:
        row = book.write_part(sheet, row, heading, lines, _WIDTHS) + 1
