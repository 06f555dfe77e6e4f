"""scorecard.json: every number of a scorecard, exact and as shown; nothing is computed here."""

from app.exchange import canonical_json, opinion_json
from app.exchange.rounds.entries import answer_entry, history_entries, printed_entries, score_entry
from app.exchange.voices.entries import voices_entry
from app.maturity.opinions import OpinionResult
from app.maturity.recommendation import Recommendation
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.rounds.round import printed_scores
from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure, FindingResult, SurveyResult
from app.maturity.voices.disagreement import Voices


def write(scorecard: Scorecard, history: RoundHistory = NO_HISTORY, voices: Voices | None = None) -> bytes:
    """Write a scorecard on one line; equal scorecards, histories and voices give equal bytes."""
    return canonical_json.write_line(as_dict(scorecard, history, voices))


def as_dict(
    scorecard: Scorecard, history: RoundHistory = NO_HISTORY, voices: Voices | None = None
) -> dict[str, object]:
    """Return a scorecard as the file holds it; exact numbers are fractions as text, texts are English."""
    assessment = scorecard.assessment
    return {
        "questionnaire": {"id": assessment.questionnaire_id, "version": assessment.version},
        "variant": assessment.profile.variant,
        "complete": scorecard.complete,
        "answered": scorecard.answered,
        "asked": scorecard.asked,
        **printed_entries(printed_scores(scorecard)),
        "survey": _survey(scorecard.survey),
        "opinions": {each.question.id: _opinion(each, scorecard) for each in scorecard.opinions},
        "targets": scorecard.targets,
        "not_applicable": {
            question.id: question.not_applicable.en
            for question in scorecard.not_applicable
            if question.not_applicable
        },
        "unknown": [question.id for question in scorecard.unknown],
        "recommendations": [recommendation_entry(each) for each in scorecard.recommendations],
        "peers": None,
        **history_entries(history),
        **voices_entry(voices),
    }


def _survey(survey: SurveyResult) -> dict[str, object]:
    return {
        "weighted": None if survey.weighted is None else score_entry(survey.weighted),
        "findings": {result.finding.name: _finding(result) for result in survey.findings},
    }


def _finding(result: FindingResult) -> dict[str, object]:
    figure = result.finding.figure
    return {
        "share": result.finding.share,
        "shown": figure.shown.en,
        "readiness": score_entry(result.readiness),
        "exposure": score_entry(result.exposure),
        "source": figure.source.en,
        "confidence": figure.confidence,
    }


def _opinion(result: OpinionResult, scorecard: Scorecard) -> dict[str, object]:
    tokens = scorecard.assessment.opinions[result.question.id]
    return {
        "answer": opinion_json.as_value(tokens, result.question),
        "figures": [_figure(figure) for figure in result.figures],
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "figure": figure.id,
        "share": None if figure.working else figure.share,
        "shown": figure.shown.en,
        "confidence": figure.confidence,
        "source": figure.source.en,
    }


def recommendation_entry(each: Recommendation) -> dict[str, object]:
    """Return a recommendation as the file holds it; ``foundation`` and ``builds_on`` are its practice’s."""
    return {
        "question": each.question.id,
        "level": answer_entry(each.answer),
        "target": each.target,
        "gate": each.gate,
        "foundation": each.question.foundation,
        "steps": each.steps,
        "gain": str(each.gain),
        "importance": str(each.importance),
        "priority": str(each.priority),
        "builds_on": list(each.question.builds_on),
        "effort": each.effort,
        "horizon_days": each.horizon_days,
        "owner": each.question.owner,
    }
