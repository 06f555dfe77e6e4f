"""The texts of the board’s summary in the scorecard."""

from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import CAPPED_LEVEL
from app.translations.wording import Wording


def no_gate_missing(wording: Wording) -> str:
    """Return that no must-have is missing."""
    sentence = wording._("None: every must-have that applies is at %(level)s or above.")
    return sentence % {"level": wording.level_name(CAPPED_LEVEL)}


def gate_today(gate: Question, scorecard: Scorecard, wording: Wording, *, in_full: bool = False) -> str:
    """Return the level of a gate today, by its name or by its statement in full."""
    answer = scorecard.assessment.answer(gate)
    if not answer.is_given:
        return wording._("not answered")
    if answer.is_unknown:
        return wording._("We don’t know")
    return wording.text(gate.levels[answer.points]) if in_full else wording.level_name(answer.points)
