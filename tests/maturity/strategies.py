"""Strategies that draw assessments of the small questionnaire of tests/build.py."""

from hypothesis import strategies as st

from app.maturity.answers import Answer, Assessment
from tests.build import a_questionnaire, an_answer, an_assessment

QUESTIONNAIRE = a_questionnaire(quick=("G1", "G3", "C1", "E2", "E3"))
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
