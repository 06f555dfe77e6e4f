"""What the sector said in 2012, what we say, and what we do about it, finding by finding.

What the sector and we say are opinions and may be compared; what we do is a level of practice and stands
beside them, never above or below a share.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.maturity.level import Level, level_of
from app.maturity.opinions import CombinedFigure, OpinionOption, OpinionQuestion
from app.maturity.pulse.results import OptionResult, PulseResult
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure, Finding, FindingResult


@dataclass(frozen=True, slots=True)
class OwnView:
    """The organisation’s own answer to the question that a finding’s figure belongs to.

    ``agrees`` is true if the answer is one of those that the figure counts.
    """

    question: OpinionQuestion
    chosen: tuple[OpinionOption, ...]
    agrees: bool


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One finding with our own answer, our colleagues’ and our practice.

    ``colleagues`` is the result of a closed pulse, None while there is none or too few answered. ``asked``
    holds the practices on the subject that the variant asks. ``result`` holds what follows from those that
    apply and are answered, which are ``practices``; it is None without any. ``all_left_out`` is true if none
    of the asked ones applies, ``all_unknown`` if every one of ``practices`` is answered "we don't know".
    """

    finding: Finding
    own: OwnView | None
    colleagues: OptionResult | None
    asked: tuple[Question, ...]
    practices: tuple[Question, ...]
    result: FindingResult | None
    all_left_out: bool
    all_unknown: bool

    @property
    def level(self) -> Level | None:
        """Return the level of our practice on the subject, or None if none is answered."""
        return level_of(self.result.readiness.exact) if self.result else None

    @property
    def lags(self) -> bool:
        """Return whether our practice on the subject is below Applied."""
        return self.level is not None and self.level < Level.APPLIED


def build_survey_table(card: Scorecard, pulse: PulseResult | None = None) -> tuple[SurveyRow, ...]:
    """Return a row for each finding, in the order of the questionnaire."""
    results = {each.finding.name: each for each in card.survey.findings}
    return tuple(
        _row(finding, results.get(finding.name), card, pulse)
        for finding in card.questionnaire.survey.findings
    )


def widest_gap(rows: tuple[SurveyRow, ...]) -> SurveyRow | None:
    """Return the row below Applied whose exposure is largest, the first of equals, or None."""
    behind = [(row, row.result.exposure.exact) for row in rows if row.result and row.lags]
    return max(behind, key=lambda each: each[1])[0] if behind else None


def _row(
    finding: Finding, result: FindingResult | None, card: Scorecard, pulse: PulseResult | None
) -> SurveyRow:
    asked = tuple(
        question
        for question in card.questionnaire.questions_in(card.assessment.profile.variant)
        if finding.name in question.findings
    )
    answers = [card.assessment.answer(question) for question in asked]
    practices = tuple(card.questionnaire.question(id) for id in result.practices) if result else ()
    return SurveyRow(
        finding=finding,
        own=_own_view(finding, card),
        colleagues=_colleagues(finding, pulse),
        asked=asked,
        practices=practices,
        result=result,
        all_left_out=bool(answers) and all(each.is_given and not each.applies for each in answers),
        all_unknown=bool(practices)
        and all(card.assessment.answer(question).is_unknown for question in practices),
    )


def _own_view(finding: Finding, card: Scorecard) -> OwnView | None:
    for question, tokens in _counted(finding.figure, card.questionnaire):
        chosen = card.assessment.opinions.get(question.id, ())
        if chosen:
            options = tuple(option for option in question.options if option.token in chosen)
            return OwnView(question, options, agrees=bool(set(chosen) & set(tokens)))
    return None


def _counted(
    figure: Figure, questionnaire: Questionnaire
) -> Iterator[tuple[OpinionQuestion, tuple[str, ...]]]:
    """Yield the opinion questions that the survey’s figure belongs to, with the answers that it counts."""
    for question in questionnaire.opinions:
        options: tuple[OpinionOption | CombinedFigure, ...] = (*question.combined, *question.options)
        for option in options:
            if option.figure and option.figure.id == figure.id:
                yield question, option.tokens


def _colleagues(finding: Finding, pulse: PulseResult | None) -> OptionResult | None:
    options = (option for each in pulse.shown_questions for option in each.options) if pulse else ()
    return next(
        (each for each in options if each.comparison and each.comparison.figure.id == finding.figure.id),
        None,
    )
