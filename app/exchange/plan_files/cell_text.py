"""Typed text in a CSV, marked so that no spreadsheet takes it for a formula, a number or a day.

A CSV has no types: a spreadsheet runs a cell that begins with ``=``, and rewrites ``007``, ``1/2`` and
``1E5``. An apostrophe before such a text keeps it; ``unguard`` takes exactly that apostrophe away again.
"""

import re

from app.maturity.clean_text import fold
from app.maturity.text import LANGUAGES
from app.translations.dates import month_names, weekday_names
from app.translations.wording_cache import wording_cache

_MARK = "'"
# Spreadsheets of East Asia take the wide signs for the narrow ones.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WORD = re.compile(r"[^\W\d_]+")
# Letters that may stand within a number, a time or the first day of a month.
_OF_NUMBERS = frozenset({"e", "h", "am", "pm", "er"})
_TRUTHS = frozenset({"true", "false", "vrai", "faux"})
# “mar” is March in every spreadsheet.
_SHORTEST_NAME = 3
# No number, day or time is longer.
_LONGEST_VALUE = 60


def guard(text: str) -> str:
    """Return the text with an apostrophe before it, if a spreadsheet could take it for something else."""
    return _MARK + text if _needs_guard(text) else text


def guard_mark(text: str) -> str:
    """Return the text with one more apostrophe, if ``unguard`` would take one that belongs to it."""
    return guard(text) if text.startswith(_MARK) else text


def unguard(cell: str) -> str:
    """Return the text of a cell that ``guard`` wrote."""
    return cell[1:] if cell.startswith(_MARK) and _needs_guard(cell[1:]) else cell


def _needs_guard(text: str) -> bool:
    # A text that begins with the mark itself needs one more, else unguard would take its own.
    bare = text.lstrip(_MARK)
    return bare.startswith(_BEGINS_A_FORMULA) or _is_value(bare)


def _is_value(text: str) -> bool:
    if len(text) > _LONGEST_VALUE:
        return False
    words = [fold(word) for word in _WORD.findall(text)]
    if any(character.isdigit() for character in text):
        return all(word in _OF_NUMBERS or _is_of_dates(word) for word in words)
    return len(words) == 1 and words[0] in _TRUTHS


def _is_of_dates(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and any(name.startswith(word) for name in _names_of_dates())


@wording_cache
def _names_of_dates() -> tuple[str, ...]:
    return tuple(
        fold(name) for language in LANGUAGES for name in (*month_names(language), *weekday_names(language))
    )
