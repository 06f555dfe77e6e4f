"""The worked example of the method page is what the core computes."""

import re
from pathlib import Path

import pytest

from app.catalogue.loader import load
from app.maturity.voices.disagreement import Agreement, Voices, compare
from app.maturity.voices.voice import Voice, VoiceRole
from tests.build import answers

ROOT = Path(__file__).parents[3]
QUESTIONNAIRE = load(ROOT / "questionnaires" / "readiness")
ROLES = ("communications", "security", "hr")
ROW = re.compile(r"^\| ([A-Z]\d) \|" + r" ?([^|]*) \|" * 6 + "$", re.MULTILINE)
CHOICES = {
    "We don’t know": "unknown",
    "Nous ne savons pas": "unknown",
    "Not applicable": "not_applicable",
    "Sans objet": "not_applicable",
}


def rows_of(name: str) -> list[tuple[str, ...]]:
    page = (ROOT / "docs" / name).read_text("utf-8")
    rows: list[tuple[str, ...]] = ROW.findall(page[page.index("\n## 10 ") :])
    return rows


def voices_of(rows: list[tuple[str, ...]]) -> Voices:
    answered = [
        answers(**{row[0]: CHOICES.get(row[place], row[place]) for row in rows if row[place]})
        for place in (1, 2, 3)
    ]
    letters = tuple(domain.letter for domain in QUESTIONNAIRE.domains)
    voices = [
        Voice(role, VoiceRole(role), letters, given, finished=True)
        for role, given in zip(ROLES, answered, strict=True)
    ]
    return compare(QUESTIONNAIRE.questions_in("full"), voices)


@pytest.mark.parametrize(
    ("name", "none", "disagreement"),
    [
        ("method.md", "none", {"yes": True, "no": False}),
        ("method.fr.md", "aucun", {"oui": True, "non": False}),
    ],
)
def test_the_example_of_the_page_is_computed_and_in_its_order(
    name: str, none: str, disagreement: dict[str, bool]
) -> None:
    rows = rows_of(name)

    found = voices_of(rows)

    assert len(rows) == 5
    computed = [each for each in found.questions if each.given]
    assert [
        (row[0], None if row[4] == none else int(row[4]), disagreement[row[5]], row[6]) for row in rows
    ] == [(each.question.id, each.spread, each.disagreement, each.proposed) for each in computed]
    assert found.agreement == Agreement(1, 4)
