import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.plan_files import plan_csv
from app.exchange.plan_files.cell_text import unguard
from app.maturity.plan.action import Action
from app.maturity.text import LANGUAGES, Language
from tests.exchange.plan_files.build import HOSTILE, PLAN, wording
from tests.maturity.plan.build import plans


def rows(content: bytes, separator: str) -> list[list[str]]:
    """Return the cells of a CSV, without its mark of UTF-8."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content[3:].decode(), newline=""), delimiter=separator, strict=True))


def test_the_plan_in_english() -> None:
    assert rows(plan_csv.write(PLAN, wording("en")), ",") == [
        [
            *("Practice", "Action", "Owner role", "Person", "Due date"),
            *("State", "Note", "Done on", "Id", "Revision"),
        ],
        [
            *("G1 Policy, written", "Écrire la politique\u202f; la signer, puis « l’expliquer »"),
            *("Security officer", "Zoé Lefèvre", "2026-12-01", "Doing"),
            *('First line\nSecond; line, with \\ and "quotes"', "", "first", "'3"),
        ],
        ["", f"'{HOSTILE}", "", "'+44 20 7946 0000", "", "To do", "'-1\n=1+1", "", "free", "'0"],
        ["Q9 (no longer asked)", "'007", "", "", "2027-02-28", "Done", "", "2027-01-05", "gone", "'0"],
        ["", "Write the policy", "", "", "2028-02-29", "Dropped", "'@home", "", "stop", "'12"],
    ]


def test_the_plan_in_french_is_separated_by_semicolons() -> None:
    found = rows(plan_csv.write(PLAN, wording("fr")), ";")

    assert found[0] == [
        *("Pratique", "Action", "Fonction responsable", "Personne", "Échéance"),
        *("État", "Note", "Fait le", "Identifiant", "Révision"),
    ]
    assert [row[5] for row in found[1:]] == ["En cours", "À faire", "Fait", "Abandonné"]
    assert found[1][2] == "Security officer (en français)"
    assert found[3][0] == "Q9 (ne figure plus au questionnaire)"
    assert found[3][4] == "2027-02-28"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_plan_has_its_headings(language: Language) -> None:
    assert len(rows(plan_csv.write((), wording(language)), plan_csv.SEPARATORS[language])) == 1


def test_every_cell_is_quoted_so_that_a_wrong_separator_cuts_no_text() -> None:
    content = plan_csv.write(PLAN[3:], wording("fr")).decode("utf-8-sig")

    assert content.splitlines()[1] == (
        '"";"Write the policy";"";"";"2028-02-29";"Abandonné";"\'@home";"";"stop";"\'12"'
    )


@given(plans(), st.sampled_from(LANGUAGES))
def test_every_text_comes_back_and_no_cell_begins_a_formula(
    plan: tuple[Action, ...], language: Language
) -> None:
    content = plan_csv.write(plan, wording(language))

    assert content == plan_csv.write(plan, wording(language))
    found = rows(content, plan_csv.SEPARATORS[language])[1:]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row)
    assert [tuple(unguard(row[place]) for place in (1, 3, 6, 8)) for row in found] == [
        (each.title, each.person, each.note, each.id) for each in plan
    ]
    assert [date.fromisoformat(row[4]) if row[4] else None for row in found] == [each.due for each in plan]
