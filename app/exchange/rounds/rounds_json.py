"""rounds.json: the rounds that a PDF shows, attached to it: from them its changes and its trend follow again.

It holds no comment and no evidence, and the levels of two rounds at most: those that the result is compared
with. Of the plan it has the titles of the actions that were done since.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from app.exchange import canonical_json
from app.exchange.rounds.entries import round_entry
from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.errors import RefusedActionError
from app.maturity.level import Level
from app.maturity.plan.action import Action, checked
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.history import NO_HISTORY, PastRound, RoundHistory, build_history
from app.maturity.rounds.round import PrintedDomain, PrintedScores, Round, RoundAnswers
from app.maturity.score import Score
from app.maturity.scorecard import Scorecard

FORMAT, FORMAT_VERSION = "muster-rounds", 1

# Returns the questionnaire of an assessment, or raises an error.
FindQuestionnaire = Callable[[Assessment], Questionnaire]

_FAULTS = (
    *(ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError),
    RefusedActionError,
)
_LEVELS = {level.key: level for level in Level}


class FaultyRoundsError(Exception):
    """This module did not write the file."""


def write(history: RoundHistory) -> bytes:
    """Write the rounds of a result on one line; equal histories give equal bytes."""
    shown = (history.first, history.compared)
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "own": round_entry(history.own) if history.own else None,
        "rounds": [round_entry(each) for each in history.earlier],
        "done": [_done(each) for each in history.done],
        "answers": {str(each.summary.number): _choices(each) for each in shown if each},
    }
    return canonical_json.write_line(content)


def read(content: bytes | None, card: Scorecard, find_questionnaire: FindQuestionnaire) -> RoundHistory:
    """Return the history of a scorecard; raise FaultyRoundsError for another file than one of it."""
    if content is None:
        return NO_HISTORY
    try:
        stored = json.loads(content)
        earlier = tuple(_round(each) for each in stored["rounds"])
        past = {
            each.number: _past(each, stored["answers"][str(each.number)], find_questionnaire)
            for each in earlier
            if str(each.number) in stored["answers"]
        }
        own = _round(stored["own"]) if stored["own"] else None
        numbers = sorted(past)
        history = build_history(
            card,
            earlier,
            compared=past[numbers[-1]] if numbers else None,
            first=past[numbers[0]] if len(numbers) > 1 else None,
            own=own,
            plan=tuple(_action(each) for each in stored["done"]),
        )
    except _FAULTS as error:
        raise FaultyRoundsError from error
    if write(history) != content:
        raise FaultyRoundsError
    return history


def _done(action: Action) -> dict[str, object]:
    day = action.done_on.isoformat() if action.done_on else None
    named = {"id": action.id, "practice": action.practice, "title": action.title, "lang": action.lang}
    return {**named, "done_on": day}


def _action(entry: Mapping[str, Any]) -> Action:
    done_on = date.fromisoformat(entry["done_on"])
    title, practice = entry["title"], entry["practice"]
    return checked(Action(entry["id"], title, entry["lang"], practice, state="done", done_on=done_on))


def _choices(past: PastRound) -> dict[str, str]:
    answers = past.answers.assessment.answers
    return {id: answer.choice for id, answer in sorted(answers.items()) if answer.choice}


def _past(summary: Round, choices: Mapping[str, str], find_questionnaire: FindQuestionnaire) -> PastRound:
    answers = {id: Answer(choice) for id, choice in choices.items()}
    assessment = Assessment(
        summary.questionnaire_id,
        summary.version,
        Profile(variant=summary.variant),
        answers,
        completed_on=summary.completed_on,
    )
    questionnaire = find_questionnaire(assessment)
    for question in questionnaire.questions_in("full"):
        if answers.get(question.id, Answer()).choice not in (None, *question.choices):
            raise ValueError(question.id)
    return PastRound(summary, RoundAnswers(questionnaire, assessment, summary.scores))


def _round(entry: Mapping[str, Any]) -> Round:
    overall = entry["overall"]
    scores = PrintedScores(
        _score(overall),
        _level(overall["level"]),
        _level(overall["uncapped_level"]),
        tuple(overall["capped_by"]),
        {
            letter: PrintedDomain(_score(each), _level(each["level"]), each["applicable"], each["asked"])
            for letter, each in entry["domains"].items()
        },
    )
    return Round(
        entry["number"],
        entry["label"],
        date.fromisoformat(entry["completed_on"]),
        entry["questionnaire"]["id"],
        entry["questionnaire"]["version"],
        entry["variant"],
        scores,
    )


def _score(entry: Mapping[str, Any]) -> Score | None:
    return None if entry["exact"] is None else Score(Fraction(entry["exact"]))


def _level(name: str | None) -> Level | None:
    return None if name is None else _LEVELS[name]
