"""The texts that the scorecard's board summary and the board’s page share."""

from app.maturity.questionnaire import Question
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording


def gates_title(scorecard: Scorecard, wording: Wording) -> str:
    """Return the title above the failing gates, which depends on whether they cap the level."""
    overall = scorecard.overall
    if overall.failing_gates and not overall.is_capped:
        return wording._("Gates that stand open")
    return wording._("What caps the level")


def gates_meaning(scorecard: Scorecard, wording: Wording) -> str:
    """Return what the failing gates do to the overall level."""
    _ = wording._
    if not scorecard.overall.failing_gates:
        return _("Nothing: every gate that applies stands at Defined or above.")
    if scorecard.overall.is_capped:
        return _("While one of these gates stands below Defined, the overall level is held at Defined.")
    return _("These gates are open. They lower nothing today; they would hold the level at Defined.")


def gate_today(gate: Question, scorecard: Scorecard, wording: Wording, *, in_full: bool = False) -> str:
    """Return the level of a gate today, by its name or by its statement in full."""
    answer = scorecard.assessment.answer(gate)
    if not answer.is_given:
        return wording._("not answered")
    if answer.is_unknown:
        return wording._("We don’t know")
    return wording.text(gate.levels[answer.points]) if in_full else wording.level_name(answer.points)


def decisions_title(wording: Wording) -> str:
    """Return the title above the decisions."""
    return wording._("Decisions wanted of the board")


def decision_title(each: Recommendation, wording: Wording) -> str:
    """Return a decision: the practice, its level today and its target."""
    return wording._("%(practice)s: from %(level)s to %(target)s") % {
        "practice": f"{each.question.id} {wording.text(each.question.name)}",
        "level": wording.level_name(each.level),
        "target": wording.level_name(each.target),
    }
