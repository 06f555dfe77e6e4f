"""What changed since the rounds in an assessment.json: their scores follow again from their answers."""

from app.exchange.assessment_file import AssessmentFile, RoundInFile
from app.maturity import scorecard
from app.maturity.rounds.history import PastRound, RoundHistory, build_history
from app.maturity.rounds.round import close_round, round_answers, rounds_of
from app.maturity.scorecard import Scorecard


def history_of_file(file: AssessmentFile, card: Scorecard) -> RoundHistory:
    """Return the history of the present assessment of a file; ``card`` is its scorecard."""
    past = {each.number: _past(each) for each in file.rounds}
    earlier = tuple(each.summary for each in past.values())
    same = rounds_of(earlier, card.assessment.profile.variant)
    closes = file.number is not None and card.completed_on is not None and card.complete
    return build_history(
        card,
        earlier,
        compared=past[same[-1].number] if same else None,
        first=past[same[0].number] if len(same) > 1 else None,
        own=close_round(card, file.number, file.label) if closes and file.number else None,
        plan=file.plan,
    )


def _past(each: RoundInFile) -> PastRound:
    card = scorecard.build(each.questionnaire, each.assessment, completed=True)
    return PastRound(close_round(card, each.number, each.label), round_answers(card))
