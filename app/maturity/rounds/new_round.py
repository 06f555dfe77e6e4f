"""A new round: last time's answers, carried until each is confirmed or changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.maturity.answers import Answer, Assessment
from app.maturity.calendar_months import add_months
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.scorecard import EVIDENCE_MONTHS
from app.maturity.versions.comparison import QuestionPair
from app.maturity.versions.upgrade import plan_upgrade
from app.maturity.versions.versions import QuestionnaireVersions


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
    last: Assessment,
    *,
    versions: QuestionnaireVersions,
    questionnaire: Questionnaire,
    variant: str,
    earlier: Sequence[Assessment] = (),
) -> NewRound:
    """Return a new round that begins with the answers of the last one.

    The rounds ``earlier`` than the last, the oldest first, matter only if an answer of the last was carried
    into it and never confirmed, as one outside its variant: they hold the wording that it was given to.
    """
    plan = plan_upgrade(last, versions.for_assessment(last), questionnaire)
    answers = {id: replace(answer, carried=answer.is_given) for id, answer in plan.assessment.answers.items()}

    def is_reworded(question: Question) -> bool:
        given_in = _round_of_answer(question.id, (*earlier, last))
        if given_in is None:
            return True
        known = versions.for_assessment(given_in).question(question.id)
        return bool(QuestionPair(known, question).text_changes)

    return NewRound(
        assessment=replace(
            plan.assessment,
            profile=replace(last.profile, variant=variant),
            answers=answers,
            completed_on=None,
        ),
        to_confirm_singly=tuple(
            each
            for each in questionnaire.questions_in("full")
            if each.id in answers and answers[each.id].carried and is_reworded(each)
        ),
        to_answer=plan.to_answer,
        dropped=plan.dropped,
    )


def _round_of_answer(id: str, rounds: Sequence[Assessment]) -> Assessment | None:
    """Return the latest round in which an answer was given or confirmed, None if it is no longer there."""
    return next(
        (each for each in reversed(rounds) if id in each.answers and each.answers[id].is_confirmed), None
    )


def confirmable_by_page(
    assessment: Assessment, questions: Iterable[Question], to_confirm_singly: Collection[Question]
) -> tuple[Question, ...]:
    """Return the carried questions of a page that one press confirms: those that were not reworded."""
    return tuple(
        each for each in questions if assessment.answer(each).carried and each not in to_confirm_singly
    )


def confirm(assessment: Assessment, questions: Iterable[Question]) -> Assessment:
    """Return the assessment with the carried answers to some questions confirmed as they are."""
    confirmed = {
        each.id: replace(assessment.answer(each), carried=False)
        for each in questions
        if assessment.answer(each).carried
    }
    return replace(assessment, answers={**assessment.answers, **confirmed})


def has_stale_evidence(answer: Answer, begun_on: date) -> bool:
    """Return whether evidence is more than 12 months older than the round, whatever the level."""
    if answer.evidence_date is None:
        return False
    return answer.evidence_date < add_months(begun_on, -EVIDENCE_MONTHS)
