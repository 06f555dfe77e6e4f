"""The order in which a table shows the submitting organisations, and the part of it that is asked for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.clean_text import fold
from app.maturity.level import Level
from app.maturity.peers.contribution import OVERALL
from app.maturity.programme.side_by_side import SubmittedOrganisation
from app.maturity.score import Score

# What a table is sorted by: one of these, ``overall``, or the letter of a domain.
LABEL, CHANGE, SUBMITTED_ON = "label", "change", "submitted_on"

ROWS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class TableFilter:
    """Which organisations are asked for; None or an empty text asks for all.

    ``words`` stand in the label or the submitted name, without regard to capitals and accents. ``level`` is
    the printed level of ``measure``: ``overall``, or the letter of a domain.
    """

    words: str = ""
    organisation_type: str | None = None
    size_band: str | None = None
    measure: str = OVERALL
    level: Level | None = None

    def keeps(self, row: SubmittedOrganisation) -> bool:
        """Return whether an organisation is asked for."""
        submission = row.submission
        names = fold(f"{row.organisation.label}\n{submission.organisation}")
        return (
            fold(self.words) in names
            and self.organisation_type in (None, submission.organisation_type)
            and self.size_band in (None, submission.size_band)
            and (self.level is None or level_in(row, self.measure) == self.level)
        )


@dataclass(frozen=True, slots=True)
class TablePage:
    """A page of a table: its rows, its number from 1 and how many there are, and the rows of all of them.

    ``first`` and ``last`` number its rows from 1; both are 0 if no organisation is asked for.
    """

    rows: tuple[SubmittedOrganisation, ...]
    number: int
    pages: int
    first: int
    last: int
    total: int


def score_in(row: SubmittedOrganisation, measure: str) -> Score | None:
    """Return an organisation’s score, ``overall`` or in a domain, or None."""
    if measure == OVERALL:
        return row.submission.round.scores.overall
    domain = row.domain(measure)
    return domain.score if domain else None


def level_in(row: SubmittedOrganisation, measure: str) -> Level | None:
    """Return an organisation’s printed level, ``overall`` or in a domain, or None."""
    if measure == OVERALL:
        return row.submission.round.scores.level
    domain = row.domain(measure)
    return domain.level if domain else None


def filter_rows(
    rows: Iterable[SubmittedOrganisation], wanted: TableFilter
) -> tuple[SubmittedOrganisation, ...]:
    """Return the organisations that are asked for, in their order."""
    return tuple(each for each in rows if wanted.keeps(each))


def sort_rows(
    rows: Iterable[SubmittedOrganisation], by: str, *, descending: bool
) -> tuple[SubmittedOrganisation, ...]:
    """Return organisations sorted by a key, equal ones in their order; those without a value come last."""
    listed = list(rows)
    if by == LABEL:
        return tuple(listed if not descending else reversed(listed))
    value = _value(by)
    with_value = [(found, each) for each in listed if (found := value(each)) is not None]
    without = [each for each in listed if value(each) is None]
    ordered = sorted(with_value, key=lambda pair: pair[0], reverse=descending)
    return (*(each for _value, each in ordered), *without)


def cut_page(rows: Sequence[SubmittedOrganisation], number: int, size: int = ROWS_PER_PAGE) -> TablePage:
    """Return a page of rows; a number that there is no page for gives the nearest."""
    pages = max(1, -(-len(rows) // size))
    number = min(max(number, 1), pages)
    shown = tuple(rows[(number - 1) * size : number * size])
    first = (number - 1) * size + 1 if shown else 0
    return TablePage(shown, number, pages, first, first + len(shown) - 1 if shown else 0, len(rows))


def _value(by: str) -> Callable[[SubmittedOrganisation], Fraction | int | None]:
    if by == CHANGE:
        return lambda row: row.change.overall.exact if row.change and row.change.overall else None
    if by == SUBMITTED_ON:
        return lambda row: row.submission.submitted_on.toordinal()

    def exact(row: SubmittedOrganisation) -> Fraction | None:
        score = score_in(row, by)
        return score.exact if score else None

    return exact
