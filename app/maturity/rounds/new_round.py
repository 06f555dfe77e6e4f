"""A new round: last time's answers, carried until each is confirmed or changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.maturity.answers import Answer, Assessment, confirmed
from app.maturity.calendar_months import add_months
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.scorecard import EVIDENCE_MONTHS
from app.maturity.versions.upgrade import plan_upgrade, reworded_questions


@dataclass(frozen=True)
class NewRound:
    """The assessment of a new round as it begins, in the same or a newer version and either variant.

    Answers outside its variant are in it, carried and not scored. Questions ``to_confirm_singly`` were
    reworded since they were answered. Questions ``to_answer`` were not applicable, which their newer version
    does not allow; their comment and evidence are in the assessment. Both include questions outside the
    variant. ``dropped`` holds the answers to questions that no variant asks any more: only the closed round
    keeps them.
    """

    assessment: Assessment
    to_confirm_singly: tuple[Question, ...]
    to_answer: tuple[Question, ...]
    dropped: tuple[tuple[Question, Answer], ...]


def begin_round(
    last: Assessment, *, before: Questionnaire, questionnaire: Questionnaire, variant: str
) -> NewRound:
    """Return a new round that begins with the answers of the last one, which followed ``before``.

    An answer that the last round carried and never confirmed, as one outside its variant, remembers whether
    its question was reworded until then.
    """
    carried = {id: replace(answer, carried=answer.is_given) for id, answer in last.answers.items()}
    # Compared over every question, since answers outside a quick check are carried too.
    every = replace(last, answers=carried, profile=replace(last.profile, variant="full"))
    plan = plan_upgrade(every, before, questionnaire)
    return NewRound(
        assessment=replace(
            plan.assessment, profile=replace(last.profile, variant=variant), completed_on=None
        ),
        to_confirm_singly=tuple(
            each for each in questionnaire.questions_in("full") if plan.assessment.answer(each).reworded
        ),
        to_answer=plan.to_answer,
        dropped=tuple((question, last.answers[question.id]) for question, _answer in plan.dropped),
    )


def mark_reworded(
    present: Assessment, last: Assessment, *, before: Questionnaire, questionnaire: Questionnaire
) -> Assessment:
    """Return a round whose carried answers know again if their questions were reworded since the last one."""
    every = replace(last, profile=replace(last.profile, variant="full"))
    reworded = {each.id for each in reworded_questions(every, before, questionnaire)}
    answers = {
        id: replace(answer, reworded=answer.carried and id in reworded)
        for id, answer in present.answers.items()
    }
    return replace(present, answers=answers)


def answers_outside(
    variant: str, questionnaire: Questionnaire, closed: Iterable[tuple[Assessment, Questionnaire]]
) -> dict[str, Answer]:
    """Return the answers of closed rounds, the oldest first, to questions that a variant does not ask.

    They are carried, as by rounds that began one from another; the latest of each counts.
    """
    asked = {each.id for each in questionnaire.questions_in(variant)}
    outside: dict[str, Answer] = {}
    for last, before in closed:
        begun = begin_round(last, before=before, questionnaire=questionnaire, variant=variant)
        outside |= {id: answer for id, answer in begun.assessment.answers.items() if id not in asked}
    return outside


def confirmable_by_page(assessment: Assessment, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the carried questions of a page that one press confirms: those that were not reworded."""
    answers = ((each, assessment.answer(each)) for each in questions)
    return tuple(each for each, answer in answers if answer.carried and not answer.reworded)


def confirm(assessment: Assessment, questions: Iterable[Question]) -> Assessment:
    """Return the assessment with the carried answers to some questions confirmed as they are."""
    by_id = {
        each.id: confirmed(assessment.answer(each)) for each in questions if assessment.answer(each).carried
    }
    return replace(assessment, answers={**assessment.answers, **by_id})


def has_stale_evidence(answer: Answer, begun_on: date) -> bool:
    """Return whether evidence is more than 12 months older than the round, whatever the level."""
    if answer.evidence_date is None:
        return False
    return answer.evidence_date < add_months(begun_on, -EVIDENCE_MONTHS)
