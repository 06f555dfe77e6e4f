"""Builders of the answers of colleagues to a pulse."""

from app.maturity.pulse.counting import NO_GROUP, Ledger, PulseAnswer, add_answers
from tests.build_survey import the_opinions

QUESTIONS = the_opinions()


def an_answer(importance: str = "", group: str = NO_GROUP, **others: str) -> PulseAnswer:
    """Return one colleague’s answers, O2 to O4 by name; tokens are separated by spaces."""
    opinions = {"O1": importance, **others}
    return PulseAnswer({id: tuple(tokens.split()) for id, tokens in opinions.items() if tokens}, group)


def several_answers(number: int, importance: str = "essential", group: str = NO_GROUP) -> list[PulseAnswer]:
    """Return the equal answers of several colleagues."""
    return [an_answer(importance, group)] * number


def closings(*rounds: list[PulseAnswer], grouping: str = "") -> list[dict[str, Ledger]]:
    """Return the ledgers after each closing; the pulse is reopened in between."""
    ledgers: list[dict[str, Ledger]] = [{}]
    for answers in rounds:
        ledgers.append(add_answers(ledgers[-1], QUESTIONS, grouping, answers))
    return ledgers[1:]
