"""The scorecard: every result that page, PDF and export show, computed once and frozen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.maturity.answers import Assessment, carried, unanswered
from app.maturity.calendar_months import add_months
from app.maturity.level import Level
from app.maturity.opinions import OpinionResult, compare_with_survey
from app.maturity.questionnaire import NOT_APPLICABLE, Question, Questionnaire
from app.maturity.recommendation import Recommendation, build_roadmap, recommend
from app.maturity.scoring import DomainScore, Overall, domain_score, overall
from app.maturity.survey import Finding, SurveyResult, weigh_findings

BOARD_DECISIONS = 3
# Older evidence of a level 4 is pointed out.
EVIDENCE_MONTHS = 12


@dataclass(frozen=True)
class Scorecard:
    """All results of one assessment.

    ``complete`` is false while the result is interim. ``answered`` counts the confirmed answers, and
    ``asked`` the questions of the variant. ``recommendations`` are in the order of their rank.
    ``outdated_evidence`` holds the questions whose level 4 rests on evidence more than 12 months old.
    """

    questionnaire: Questionnaire
    assessment: Assessment
    complete: bool
    answered: int
    asked: int
    overall: Overall
    domains: tuple[DomainScore, ...]
    survey: SurveyResult
    opinions: tuple[OpinionResult, ...]
    recommendations: tuple[Recommendation, ...]
    not_applicable: tuple[Question, ...]
    unknown: tuple[Question, ...]
    outdated_evidence: tuple[Question, ...]

    @property
    def completed_on(self) -> date | None:
        """Return the day of completion, or None for an interim result or one without a day."""
        return self.assessment.completed_on if self.complete else None

    @property
    def carried(self) -> int:
        """Return how many answers of the last round count in the scores and are not confirmed yet."""
        return len(carried(self.questionnaire, self.assessment))

    @property
    def targets(self) -> dict[str, int]:
        """Return the target level of every domain by its letter."""
        return {each.domain.letter: self.assessment.target(each.domain.letter) for each in self.domains}

    @property
    def roadmap(self) -> dict[int, tuple[Recommendation, ...]]:
        """Return the recommendations by the days within which they are due: 30, 90 and 180."""
        return build_roadmap(self.recommendations)

    @property
    def decisions(self) -> tuple[Recommendation, ...]:
        """Return the decisions asked of a board: the first ``BOARD_DECISIONS`` of the ranking."""
        return self.recommendations[:BOARD_DECISIONS]


def build(questionnaire: Questionnaire, assessment: Assessment, *, completed: bool) -> Scorecard:
    """Score an assessment by its questionnaire.

    ``completed`` is true if its owner has pressed Complete, and for a file. The result is complete only if
    every question of the variant has a confirmed answer as well.
    """
    questions = questionnaire.questions_in(assessment.profile.variant)
    domains = tuple(domain_score(domain, questionnaire, assessment) for domain in questionnaire.domains)
    blanks = unanswered(questionnaire, assessment)

    def practices(finding: Finding) -> Iterator[tuple[str, int]]:
        for question in questions:
            answer = assessment.answer(question)
            if finding.name in question.findings and answer.applies:
                yield question.id, answer.points

    return Scorecard(
        questionnaire=questionnaire,
        assessment=assessment,
        complete=completed and not blanks,
        answered=len(questions) - len(blanks),
        asked=len(questions),
        overall=overall(domains, questions, assessment),
        domains=domains,
        survey=weigh_findings(questionnaire.survey, practices),
        opinions=compare_with_survey(questionnaire.opinions, assessment.opinions),
        recommendations=recommend(questionnaire, domains, assessment),
        not_applicable=tuple(q for q in questions if assessment.answer(q).choice == NOT_APPLICABLE),
        unknown=tuple(q for q in questions if assessment.answer(q).is_unknown),
        outdated_evidence=tuple(q for q in questions if has_outdated_evidence(q, assessment)),
    )


def has_outdated_evidence(question: Question, assessment: Assessment) -> bool:
    """Return whether a level-4 answer rests on evidence more than 12 months before ``effective_date``."""
    answer = assessment.answer(question)
    if answer.points < Level.PROVEN or answer.evidence_date is None or assessment.effective_date is None:
        return False
    return answer.evidence_date < add_months(assessment.effective_date, -EVIDENCE_MONTHS)


def what_if(questionnaire: Questionnaire, assessment: Assessment, reached: Iterable[str]) -> Assessment:
    """Return the assessment as if the questions ``reached`` had reached their domain's target.

    A question at its target or above, or one that does not apply, stays as it is.
    """
    # A carried answer stays carried: a supposition is no confirmation.
    supposed = dict(assessment.answers)
    chosen = frozenset(reached)
    for question in questionnaire.questions_in(assessment.profile.variant):
        answer = assessment.answer(question)
        target = assessment.target(question.domain_letter)
        if question.id in chosen and answer.applies and answer.points < target:
            supposed[question.id] = replace(answer, choice=str(target))
    return replace(assessment, answers=supposed)
