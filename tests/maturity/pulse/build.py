"""Colleagues who answer a pulse: builders of answers."""

from app.maturity.pulse.counting import NO_GROUP, Ledger, PulseAnswer, add_answers
from tests.build_survey import the_opinions

QUESTIONS = the_opinions()


def an_answer(importance: str = "", group: str = NO_GROUP, **others: str) -> PulseAnswer:
    """Return one colleague’s answers, O2 to O4 by name; tokens stand apart by spaces, empty is unanswered."""
    given = {"O1": importance, **others}
    return PulseAnswer({id: tuple(tokens.split()) for id, tokens in given.items() if tokens}, group)


def several_answers(number: int, importance: str = "essential", group: str = NO_GROUP) -> list[PulseAnswer]:
    """Return several colleagues who answer the same."""
    return [an_answer(importance, group)] * number


def closings(*rounds: list[PulseAnswer], grouping: str = "") -> list[dict[str, Ledger]]:
    """Return the ledgers after each closing of a pulse that is reopened between."""
    found: list[dict[str, Ledger]] = [{}]
    for answers in rounds:
        found.append(add_answers(found[-1], QUESTIONS, grouping, answers))
    return found[1:]
