"""The worked example of the method page is what the core computes."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from app.maturity.level import level_of
from app.maturity.programme.below_target import count_below_target
from app.maturity.programme.distribution import distribute
from app.maturity.programme.submission import SubmittedLevels
from app.maturity.score import Score
from tests.build import a_domain, a_question, a_questionnaire, an_answer

DOCS = Path(__file__).parents[3] / "docs"
ROW = re.compile(r"^\| (\w+) \| (\d+)(?: (\d)/(\d))? \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
LEVELS = {
    "method.md": ("Absent", "Ad hoc", "Defined", "Applied", "Proven"),
    "method.fr.md": ("Inexistant", "Ponctuel", "Défini", "Appliqué", "Éprouvé"),
}


@pytest.mark.parametrize("page", LEVELS)
def test_the_example_of_organisations_side_by_side(page: str) -> None:
    text = (DOCS / page).read_text("utf-8").split("## 11 ")[1]
    rows = ROW.findall(text)
    scores = [
        Fraction(whole) + Fraction(int(over or 0), int(under or 1))
        for _name, whole, over, under, *_rest in rows
    ]

    printed = [((Score(score), level_of(score)), 1) for score in scores]
    found = distribute(None, printed)

    assert [LEVELS[page].index(row[4]) for row in rows] == [level_of(score) for score in scores]
    assert found.median == Score(Fraction(185, 4))
    assert found.mean == Score(Fraction(99, 2))
    assert (found.median.rounded, found.mean.rounded) == (46, 50)
    assert "46 1/4" in text
    assert f"198 / {len(rows)} = 49 1/2" in text


@pytest.mark.parametrize("page", LEVELS)
def test_the_example_of_a_practice_below_target(page: str) -> None:
    rows = ROW.findall((DOCS / page).read_text("utf-8").split("## 11 ")[1])
    questionnaire = a_questionnaire(a_domain("G", a_question("G1")))
    submitted = [
        SubmittedLevels({"G1": an_answer(answer if answer.isdigit() else "unknown")}, {"G": int(target)})
        for *_rest, answer, target in rows
        if target.isdigit()
    ]

    (practice,) = count_below_target(questionnaire, "full", submitted)

    assert (practice.below, practice.of, practice.unknown) == (2, 3, 1)
