"""The table of submitting organisations: sorted, filtered and cut into pages."""

from datetime import date

import pytest

from app.maturity.level import Level
from app.maturity.programme.arrangement import (
    CHANGE,
    LABEL,
    SUBMITTED_ON,
    TableFilter,
    cut_page,
    filter_rows,
    sort_rows,
)
from app.maturity.programme.side_by_side import SubmittedOrganisation, side_by_side
from tests.build import answers
from tests.maturity.programme.build import QUESTIONNAIRE, a_programme, a_submission, an_organisation

STRONG = answers(G1=4, G2=4, G3=4)
WEAK = answers(G1=0, G2=0, G3=0)
NO_CONTENT = answers(C1="not_applicable", C2="not_applicable")
ROWS = side_by_side(
    a_programme(
        an_organisation("Alpha", a_submission(WEAK, submitted_on=date(2026, 11, 9))),
        an_organisation("Béta", a_submission(), a_submission(STRONG, number=2)),
        an_organisation(
            "Gamma", a_submission(NO_CONTENT, organisation="École", submitted_on=date(2026, 11, 5))
        ),
        an_organisation("Delta", a_submission(STRONG), a_submission(WEAK, number=2)),
    ),
    QUESTIONNAIRE,
).submitted


def labels(rows: tuple[SubmittedOrganisation, ...]) -> list[str]:
    return [each.organisation.label for each in rows]


@pytest.mark.parametrize(
    ("by", "descending", "expected"),
    [
        (LABEL, False, ["Alpha", "Béta", "Delta", "Gamma"]),
        (LABEL, True, ["Gamma", "Delta", "Béta", "Alpha"]),
        ("overall", False, ["Alpha", "Delta", "Gamma", "Béta"]),
        ("overall", True, ["Béta", "Gamma", "Alpha", "Delta"]),
        # Equal ones keep their order, and what has no score comes last either way.
        ("C", False, ["Alpha", "Béta", "Delta", "Gamma"]),
        ("C", True, ["Alpha", "Béta", "Delta", "Gamma"]),
        (CHANGE, False, ["Delta", "Béta", "Alpha", "Gamma"]),
        (CHANGE, True, ["Béta", "Delta", "Alpha", "Gamma"]),
        (SUBMITTED_ON, False, ["Béta", "Delta", "Gamma", "Alpha"]),
    ],
)
def test_a_table_is_sorted(by: str, descending: bool, expected: list[str]) -> None:
    assert labels(sort_rows(ROWS, by, descending=descending)) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (TableFilter(), ["Alpha", "Béta", "Delta", "Gamma"]),
        (TableFilter(words="BETA"), ["Béta"]),
        (TableFilter(words="ecole"), ["Gamma"]),
        (TableFilter(organisation_type="government"), []),
        (TableFilter(organisation_type="supplier", size_band="50_249"), ["Alpha", "Béta", "Delta", "Gamma"]),
        (TableFilter(size_band="1_49"), []),
        (TableFilter(measure="G", level=Level.ABSENT), ["Alpha", "Delta"]),
        (TableFilter(measure="G", level=Level.PROVEN, words="a"), ["Béta"]),
        (TableFilter(level=Level.AD_HOC), ["Alpha", "Delta"]),
    ],
)
def test_a_table_is_filtered(wanted: TableFilter, expected: list[str]) -> None:
    assert labels(filter_rows(ROWS, wanted)) == expected


@pytest.mark.parametrize(
    ("number", "expected", "first", "last"),
    [
        (1, ["Alpha", "Béta", "Delta"], 1, 3),
        (2, ["Gamma"], 4, 4),
        (99, ["Gamma"], 4, 4),
        (-1, ["Alpha", "Béta", "Delta"], 1, 3),
    ],
)
def test_a_table_is_cut_into_pages(number: int, expected: list[str], first: int, last: int) -> None:
    page = cut_page(ROWS, number, 3)

    assert (labels(page.rows), page.first, page.last) == (expected, first, last)
    assert (page.pages, page.total) == (2, 4)


def test_no_row_is_one_empty_page() -> None:
    page = cut_page((), 1)

    assert (page.rows, page.number, page.pages, page.first, page.last, page.total) == ((), 1, 1, 0, 0, 0)
