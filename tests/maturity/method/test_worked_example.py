"""The worked examples of the method page are what the core computes."""

import re
from pathlib import Path

import pytest

from app.catalogue.loader import load
from app.maturity.rounds.comparison import compare_rounds
from app.maturity.rounds.round import round_answers
from tests.build import a_scorecard, an_assessment, answers

ROOT = Path(__file__).parents[3]
QUESTIONNAIRE = load(ROOT / "questionnaires" / "readiness")
PAGES = ("method.md", "method.fr.md")
CHOICES = {"–": "not_applicable", "?": "unknown"}
LEVELS = re.compile(r"^\| ([A-Z]) \| ((?:[0-4?–][ \u00a0\u202f]?){4,}) \|", re.MULTILINE)
RANKED = re.compile(r"^\| (\d+) \| ([A-Z]\d)[^|]* \|" + r" ([\d/]+) \|" * 5 + "$", re.MULTILINE)
BUILDS_ON = re.compile(r"^\| ([A-Z]\d) \| ([A-Z]\d(?: \w+ [A-Z]\d)?) \|$", re.MULTILINE)


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def levels_of_the_example(name: str) -> dict[str, str]:
    return {
        f"{letter}{number}": CHOICES.get(choice, choice)
        for letter, row in LEVELS.findall(page(name))
        for number, choice in enumerate(row.split(), start=1)
    }


def ranking(**choices: str) -> list[tuple[str, ...]]:
    """Return the rows of the page’s tables for some answers."""
    card = a_scorecard(QUESTIONNAIRE, an_assessment(answers(**choices)))
    return [
        (
            str(each.rank),
            each.question.id,
            *map(str, (each.steps, each.importance, each.effort, each.priority, each.horizon_days)),
        )
        for each in card.recommendations
    ]


@pytest.mark.parametrize("name", PAGES)
def test_both_rankings_of_the_method_page_are_those_of_the_core(name: str) -> None:
    rows, levels = RANKED.findall(page(name)), levels_of_the_example(name)

    assert len(levels) == len(QUESTIONNAIRE.questions_in("full"))
    assert len(ranking(**levels)) == 18
    assert rows[:8] == ranking(**levels)[:8]
    assert rows[8:] == ranking(**levels | {"G5": "1", "I1": "1"})[:6]


@pytest.mark.parametrize("name", PAGES)
def test_the_method_page_says_what_builds_on_what_and_names_the_foundations(name: str) -> None:
    practices = QUESTIONNAIRE.questions_in("full")
    stated = {id: tuple(re.findall(r"[A-Z]\d", others)) for id, others in BUILDS_ON.findall(page(name))}
    foundations = next(line for line in page(name).splitlines() if line.startswith("2. **"))

    assert stated == {each.id: each.builds_on for each in practices if each.builds_on}
    assert re.findall(r"\(([A-Z]\d)\)", foundations) == [each.id for each in practices if each.foundation]


@pytest.mark.parametrize("name", PAGES)
def test_the_example_of_what_changed_is_what_the_core_computes(name: str) -> None:
    levels = levels_of_the_example(name)
    before, after = (
        round_answers(a_scorecard(QUESTIONNAIRE, an_assessment(answers(**choices))))
        for choices in (levels, levels | {"E3": "3", "I5": "2", "E5": "2"})
    )

    comparison = compare_rounds(before, after)

    assert (comparison.compared, comparison.asked) == (44, 46)
    assert [(each.question.id, str(each.points.exact)) for each in comparison.moved] == [
        ("I5", "10/9"),
        ("E3", "25/18"),
    ]
    assert comparison.overall is not None
    scores = [comparison.overall.before.exact, comparison.overall.after.exact]
    for number in map(str, (*scores, comparison.overall.change.exact)):
        assert number in page(name)
    assert comparison.overall.change.rounded == 3
    assert [each.id for each in comparison.gates_met] == ["E3"]
    assert comparison.level.steps == 1
