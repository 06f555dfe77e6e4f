"""What a table of organisations is asked for by its address, and the choices that it offers.

No label stands in an address, because addresses are logged and kept by browsers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from app.maturity.clean_text import fold
from app.maturity.level import Level
from app.maturity.peers.contribution import OVERALL
from app.maturity.programme.arrangement import (
    CHANGE,
    LABEL,
    SUBMITTED_ON,
    TableFilter,
    TablePage,
    cut_page,
    filter_rows,
    sort_rows,
)
from app.maturity.programme.programme import STATES, Organisation
from app.maturity.programme.side_by_side import Comparison
from app.translations.organisations import SIZE_NAMES, TYPE_NAMES
from app.translations.programme_words import STATE_NAMES
from app.translations.wording import Wording
from app.web.plan.asked_part import Choice, Option

# The names of what an address asks for.
SORT, ORDER, TYPE, SIZE, MEASURE, LEVEL, PAGE, STATE, INITIAL = (
    *("sort", "order", "type", "size", "measure", "level", "page", "state", "initial"),
)
_DESCENDING = "down"

# A page of the list of all invited organisations; its rows are shorter than those of the comparison.
LISTED_PER_PAGE = 100


@dataclass(frozen=True)
class AskedChoices:
    """The choices over a table; a value that the page does not offer asks for nothing."""

    arguments: Mapping[str, str]
    offered: Mapping[str, tuple[str, tuple[Option, ...]]]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the choices of the page with what is chosen."""
        return tuple(
            Choice(name, label, options, self.chosen(name)) for name, (label, options) in self.offered.items()
        )

    def chosen(self, name: str) -> str:
        """Return what is asked for under a name, or an empty text."""
        asked = self.arguments.get(name, "")
        return asked if any(asked == value for value, _words in self.offered[name][1]) else ""

    @property
    def number(self) -> int:
        """Return the number of the page that is asked for, 1 if none is."""
        asked = self.arguments.get(PAGE, "")
        return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1

    def address_of(self, number: int) -> str:
        """Return the end of an address that asks for the same on a page of another number."""
        chosen = {name: self.chosen(name) for name in self.offered}
        query = {name: value for name, value in chosen.items() if value}
        return f"?{urlencode(query | ({PAGE: str(number)} if number > 1 else {}))}"

    def address_with(self, name: str, value: str) -> str:
        """Return the end of an address that asks for the same but one choice, on the first page."""
        others = {each: self.chosen(each) for each in self.offered} | {name: value}
        return f"?{urlencode({each: chosen for each, chosen in others.items() if chosen})}"


@dataclass(frozen=True)
class AskedRows(AskedChoices):
    """Which rows of the comparison are asked for, in which order."""

    @property
    def descending(self) -> bool:
        """Return whether the last comes first."""
        return self.chosen(ORDER) == _DESCENDING

    @property
    def sort(self) -> str:
        """Return what the rows are sorted by."""
        return self.chosen(SORT) or LABEL

    def page(self, comparison: Comparison) -> TablePage:
        """Return the rows that are asked for."""
        level = self.chosen(LEVEL)
        wanted = TableFilter(
            organisation_type=self.chosen(TYPE) or None,
            size_band=self.chosen(SIZE) or None,
            measure=self.chosen(MEASURE) or OVERALL,
            level=Level(int(level)) if level else None,
        )
        kept = filter_rows(comparison.submitted, wanted)
        return cut_page(sort_rows(kept, self.sort, descending=self.descending), self.number)


def asked_rows(arguments: Mapping[str, str], comparison: Comparison, wording: Wording) -> AskedRows:
    """Return what an address asks for of the comparison."""
    _ = wording._
    domains = tuple((each.letter, f"{each.letter} {wording.text(each.name)}") for each in comparison.domains)
    levels = tuple((str(int(level)), wording.text(wording.questionnaire.levels[level])) for level in Level)
    types = tuple((token, _(name)) for token, name in TYPE_NAMES.items())
    sizes = tuple((token, _(name)) for token, name in SIZE_NAMES.items())
    keys = (
        ("", _("name")),
        (OVERALL, _("overall score")),
        *domains,
        (CHANGE, _("change")),
        (SUBMITTED_ON, _("day of submission")),
    )
    return AskedRows(
        arguments,
        {
            SORT: (_("Sort by"), keys),
            ORDER: (_("Order"), (("", _("ascending")), (_DESCENDING, _("descending")))),
            TYPE: (_("Type of organisation"), (("", _("every type")), *types)),
            SIZE: (_("Size"), (("", _("every size")), *sizes)),
            MEASURE: (_("Level of"), (("", _("overall")), *domains)),
            LEVEL: (_("Level"), (("", _("every level")), *levels)),
        },
    )


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page of the list of invited organisations; ``first`` and ``last`` number its rows from 1."""

    rows: tuple[Organisation, ...]
    number: int
    pages: int
    first: int
    last: int
    total: int


@dataclass(frozen=True)
class AskedList(AskedChoices):
    """Which of the invited organisations are asked for."""

    organisations: Sequence[Organisation] = ()

    @cached_property
    def page(self) -> ListedPage:
        """Return the organisations that are asked for."""
        state, initial = self.chosen(STATE), self.chosen(INITIAL)
        kept = [
            each
            for each in self.organisations
            if state in ("", each.state) and initial in ("", initial_of(each.label))
        ]
        pages = max(1, -(-len(kept) // LISTED_PER_PAGE))
        number = min(max(self.number, 1), pages)
        before = (number - 1) * LISTED_PER_PAGE
        rows = tuple(kept[before : before + LISTED_PER_PAGE])
        first = before + 1 if rows else 0
        return ListedPage(rows, number, pages, first, before + len(rows), len(kept))


def asked_list(
    arguments: Mapping[str, str], organisations: Sequence[Organisation], wording: Wording
) -> AskedList:
    """Return what an address asks for of the list of invited organisations."""
    _ = wording._
    initials = sorted({initial_of(each.label) for each in organisations})
    states = tuple((state, _(STATE_NAMES[state])) for state in STATES)
    return AskedList(
        arguments,
        {
            STATE: (_("State"), (("", _("every state")), *states)),
            INITIAL: (
                _("Name begins with"),
                (("", _("any letter")), *((each, each) for each in initials)),
            ),
        },
        organisations,
    )


def initial_of(label: str) -> str:
    """Return the letter that a label begins with, without its accent, or “#” for what is no letter."""
    first = fold(label)[:1].upper()
    return first if first.isalpha() else "#"
