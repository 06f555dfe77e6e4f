"""The headings of a plan’s columns in both languages, and the row in which a sheet has them."""

from collections.abc import Sequence

from app.exchange.plan_files.columns import COLUMNS
from app.maturity.clean_text import fold
from app.maturity.text import LANGUAGES, Language
from app.translations import translator
from app.translations.wording_cache import wording_cache

# Persons put a title above a table.
_FIRST_ROWS = 20


def key_of(cell: object) -> str:
    """Return the key of the column that a heading names in either language, or an empty text."""
    return _known().get(_folded(cell), "")


def most_known(rows: Sequence[Sequence[object]]) -> int:
    """Return how many different columns the row of headings names."""
    return max((_count(row) for row in rows[:_FIRST_ROWS]), default=0)


def heading_row(rows: Sequence[Sequence[object]]) -> int | None:
    """Return the index of the row that names most columns, the first of several; None if none does."""
    most = most_known(rows)
    if not most:
        return None
    return next(place for place, row in enumerate(rows) if _count(row) == most)


def language_of(row: Sequence[object]) -> Language | None:
    """Return the language of the headings, or None if they are of both alike."""
    counts = {
        language: sum(_folded(cell) in _names(language).values() for cell in row) for language in LANGUAGES
    }
    most = max(counts.values())
    found = [language for language, count in counts.items() if count == most]
    return found[0] if len(found) == 1 else None


def _count(row: Sequence[object]) -> int:
    return len({key_of(cell) for cell in row} - {""})


def _folded(cell: object) -> str:
    return " ".join(fold(cell).split()) if isinstance(cell, str) else ""


@wording_cache
def _known() -> dict[str, str]:
    return {name: key for language in LANGUAGES for key, name in _names(language).items()}


@wording_cache
def _names(language: Language) -> dict[str, str]:
    _ = translator(language)
    return {column.key: _folded(_(column.heading)) for column in COLUMNS}
