"""What scorecard.json says of closed rounds, and of what changed since the last of the same variant."""

from app.maturity.answers import Answer
from app.maturity.level import Level
from app.maturity.rounds.change import Change
from app.maturity.rounds.history import RoundHistory
from app.maturity.rounds.round import PrintedDomain, PrintedScores, Round
from app.maturity.score import Score


def history_entries(history: RoundHistory) -> dict[str, object]:
    """Return ``rounds`` and ``change``, each only if there is any."""
    entries: dict[str, object] = {}
    if history.earlier:
        entries["rounds"] = [round_entry(each) for each in history.earlier]
    change = _change(history)
    return entries | ({"change": change} if change else {})


def round_entry(summary: Round) -> dict[str, object]:
    """Return a round with the scores that it printed."""
    return {
        "number": summary.number,
        "label": summary.label,
        "completed_on": summary.completed_on.isoformat(),
        "variant": summary.variant,
        "questionnaire": {"id": summary.questionnaire_id, "version": summary.version},
        **printed_entries(summary.scores),
    }


def printed_entries(scores: PrintedScores) -> dict[str, object]:
    """Return ``overall`` and ``domains`` of a result, the present one or that of a round."""
    return {
        "overall": {
            **score_entry(scores.overall),
            "level": _level(scores.level),
            "uncapped_level": _level(scores.uncapped_level),
            "capped_by": list(scores.failing_gates),
        },
        "domains": {letter: _domain(each) for letter, each in scores.domains.items()},
    }


def score_entry(score: Score | None) -> dict[str, object]:
    """Return a score, exact and rounded."""
    if score is None:
        return {"exact": None, "rounded": None}
    return {"exact": str(score.exact), "rounded": score.rounded}


def answer_entry(answer: Answer) -> int | str:
    """Return a level, or ``unknown``."""
    return "unknown" if answer.is_unknown else answer.points


def _domain(domain: PrintedDomain) -> dict[str, object]:
    return {
        **score_entry(domain.score),
        "level": _level(domain.level),
        "applicable": domain.applicable,
        "asked": domain.asked,
    }


def _level(level: Level | None) -> str | None:
    return None if level is None else level.key


def _change(history: RoundHistory) -> dict[str, object] | None:
    since, comparison = history.since, history.comparison
    if since is None or comparison is None or comparison.change is None:
        return None
    return {
        "since": since.number,
        "overall": _difference(comparison.change),
        "domains": {
            each.domain.letter: _difference(each.change) if each.change else None
            for each in comparison.domains
        },
        "compared": comparison.compared,
        "of": comparison.asked,
        "moved": [
            {
                "question": each.question.id,
                "from": answer_entry(each.before),
                "to": answer_entry(each.after),
                "points": str(each.points.exact),
            }
            for each in comparison.moved
        ],
    }


def _difference(change: Change) -> dict[str, object]:
    return {"exact": str(change.exact), "rounded": change.rounded}
