"""pulse.json: the published counts of a closed staff pulse, and every number computed from them.

Only the counts are read back; the rest is computed again, so a reader of the file can check each interval.
"""

import json
from collections.abc import Mapping
from typing import Any

from app.exchange import canonical_json
from app.maturity.pulse.counting import GROUPS, NO_GROUP, PublishedQuestion, Tally
from app.maturity.pulse.intervals import Interval
from app.maturity.pulse.results import (
    OptionResult,
    PulseResult,
    QuestionResult,
    SurveyComparison,
    build_results,
)
from app.maturity.questionnaire import Questionnaire

FORMAT = "muster-pulse"
FORMAT_VERSION = 1


class FaultyPulseError(Exception):
    """A file does not hold a pulse that could have been published."""


def write(result: PulseResult) -> bytes:
    """Write the file; equal results give equal bytes."""
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "grouping": result.grouping,
        **({"policy": True} if any(each.question.practice for each in result.questions) else {}),
        "questions": {each.question.id: _question(each) for each in result.shown_questions},
    }
    return canonical_json.write(content)


def read(content: bytes, questionnaire: Questionnaire) -> PulseResult:
    """Return the result computed from the counts in a file, or raise FaultyPulseError."""
    try:
        stored: dict[str, Any] = json.loads(content)
        grouping, questions = stored["grouping"], stored["questions"]
        groups = (*GROUPS[grouping], NO_GROUP)
        published = {id: _published(each, groups) for id, each in questions.items()}
        asked = questionnaire.pulse_questions(policy=bool(stored.get("policy")))
        return build_results(asked, published, grouping, questionnaire.survey.sample_size)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError, ZeroDivisionError):
        raise FaultyPulseError from None


def _question(result: QuestionResult) -> dict[str, Any]:
    return {
        "n": result.n,
        "groups": dict(result.groups),
        "groups_are_earlier": result.groups_are_earlier,
        "answers": [_answer(each) for each in result.options],
    }


def _answer(result: OptionResult) -> dict[str, Any]:
    return {
        "answers": list(result.tokens),
        "count": result.share.count,
        "wilson": _interval(result.share.interval),
        "survey": _survey(result.comparison) if result.comparison else None,
        "groups": {group: share.count for group, share in result.groups.items()},
    }


def _survey(comparison: SurveyComparison) -> dict[str, Any]:
    return {
        "figure": comparison.figure.id,
        "shown": comparison.figure.shown.en,
        "wilson": _interval(comparison.survey),
        "newcombe": _interval(comparison.difference),
        "verdict": comparison.verdict,
    }


def _interval(interval: Interval) -> list[float]:
    return [interval.lower, interval.upper]


def _published(stored: Mapping[str, Any], groups: tuple[str, ...]) -> PublishedQuestion:
    # The count of several options together follows from their own counts.
    single = {each["answers"][0]: each for each in stored["answers"] if len(each["answers"]) == 1}
    total = Tally(int(stored["n"]), {token: int(each["count"]) for token, each in single.items()})
    shown = {
        group: Tally(int(n), {token: int(each["groups"][group]) for token, each in single.items()})
        for group, n in stored["groups"].items()
        if group in groups
    }
    return PublishedQuestion(total, shown, bool(stored["groups_are_earlier"]))
