"""Builders of programmes, their organisations and their submissions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.maturity import scorecard
from app.maturity.answers import Answer
from app.maturity.programme.programme import Organisation, Programme
from app.maturity.programme.submission import LEVELS, Depth, Submission, build_submission
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import close_round
from tests.build import TODAY, a_questionnaire, an_answer, an_assessment

QUESTIONNAIRE = a_questionnaire()


def a_submission(
    given: Mapping[str, Answer] | None = None,
    *,
    depth: Depth = LEVELS,
    texts: bool = False,
    number: int = 1,
    label: str = "",
    variant: str = "full",
    questionnaire: Questionnaire = QUESTIONNAIRE,
    completed_on: date = TODAY,
    submitted_on: date = TODAY,
    **changes: Any,  # noqa: ANN401  # any field of an assessment
) -> Submission:
    """Return what a complete round submits; a question without a given answer is at level 2."""
    asked = questionnaire.questions_in(variant)
    answers = {question.id: an_answer(2) for question in asked} | dict(given or {})
    assessment = an_assessment(
        answers, variant=variant, version=questionnaire.version, completed_on=completed_on, **changes
    )
    card = scorecard.build(questionnaire, assessment, completed=True)
    return build_submission(
        close_round(card, number, label),
        assessment,
        questionnaire,
        depth=depth,
        texts=texts,
        submitted_on=submitted_on,
    )


def an_organisation(label: str, *submissions: Submission, **changes: Any) -> Organisation:  # noqa: ANN401  # any field of an organisation
    """Return an organisation with its submissions; without any it has not begun."""
    defaults: dict[str, Any] = {
        "invitation_id": label.lower(),
        "label": label,
        "state": "submitted" if submissions else "not_begun",
        "day": TODAY,
        "submissions": submissions,
    }
    return Organisation(**(defaults | changes))


def a_programme(*organisations: Organisation, **changes: Any) -> Programme:  # noqa: ANN401  # any field of a programme
    """Return a programme of the full assessment with its organisations."""
    defaults: dict[str, Any] = {
        "name": "Defence suppliers 2026",
        "questionnaire_id": QUESTIONNAIRE.id,
        "version": QUESTIONNAIRE.version,
        "variant": "full",
        "created_on": date(2026, 9, 1),
        "organisations": organisations,
    }
    return Programme(**(defaults | changes))
