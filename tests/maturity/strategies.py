"""Strategies that draw assessments of the small questionnaire of tests/build.py."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from app.maturity.answers import Answer, Assessment
from app.maturity.questionnaire import Domain
from tests.build import a_questionnaire, an_answer, an_assessment, three_domains

_ORDERED: dict[str, dict[str, Any]] = {
    "G1": {"foundation": True},
    "C2": {"builds_on": ("G3", "E1")},
    "E1": {"builds_on": ("G3",)},
    "G2": {"builds_on": ("G1", "E2")},
}


def _domains() -> Iterator[Domain]:
    for domain in three_domains():
        questions = (replace(each, **_ORDERED.get(each.id, {})) for each in domain.questions)
        yield replace(domain, questions=tuple(questions))


QUESTIONNAIRE = a_questionnaire(*_domains(), quick=("G1", "G3", "C1", "E1", "E2", "E3"))
QUESTIONS = QUESTIONNAIRE.questions_in("full")
OPTIONAL = [question.id for question in QUESTIONS if question.not_applicable]


@st.composite
def some_answers(draw: st.DrawFn) -> dict[str, Answer]:
    """Draw an answer, or none, to each question."""
    chosen = {question.id: draw(st.none() | st.sampled_from(question.choices)) for question in QUESTIONS}
    return {id: an_answer(choice) for id, choice in chosen.items() if choice is not None}


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Draw an assessment of either variant, complete or not, with its own targets or none."""
    letters = [domain.letter for domain in QUESTIONNAIRE.domains]
    return an_assessment(
        draw(some_answers()),
        variant=draw(st.sampled_from(["full", "quick"])),
        targets=draw(st.dictionaries(st.sampled_from(letters), st.sampled_from([2, 3, 4]))),
    )
