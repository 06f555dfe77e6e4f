"""The texts of the board’s summary in the scorecard."""

from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording


def gates_meaning(scorecard: Scorecard, wording: Wording) -> str:
    """Return what the missing must-haves do to the overall level."""
    _ = wording._
    if not scorecard.overall.failing_gates:
        return _("None: every must-have that applies is at Defined or above.")
    if scorecard.overall.is_capped:
        return _(
            "Until each of these is at Defined, the overall level is held at Defined, whatever the score."
        )
    return _(
        "They do not lower today’s level, but until each of them is at Defined it cannot rise above Defined."
    )


def gate_today(gate: Question, scorecard: Scorecard, wording: Wording, *, in_full: bool = False) -> str:
    """Return the level of a gate today, by its name or by its statement in full."""
    answer = scorecard.assessment.answer(gate)
    if not answer.is_given:
        return wording._("not answered")
    if answer.is_unknown:
        return wording._("We don’t know")
    return wording.text(gate.levels[answer.points]) if in_full else wording.level_name(answer.points)
