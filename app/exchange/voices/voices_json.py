"""voices.json: the answers and comments of colleagues by role, attached to the PDF that shows them.

From them everything that the PDF says of voices follows again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.exchange import canonical_json
from app.maturity.answers import COMMENT_LIMIT, Answer
from app.maturity.questionnaire import Question
from app.maturity.voices.disagreement import Voices, compare
from app.maturity.voices.voice import VOICE_ROLES, Voice, VoiceRole

FORMAT, FORMAT_VERSION = "muster-voices", 1

_FAULTS = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


class FaultyVoicesError(Exception):
    """This module did not write the file."""


def write(voices: Voices) -> bytes:
    """Write the voices that count on one line; equal voices give equal bytes."""
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "voices": [
            {
                "role": role.id,
                "name": role.name,
                "number": role.number,
                "answers": dict(_answers(role, voices)),
            }
            for role in voices.roles
        ],
    }
    return canonical_json.write_line(content)


def read(content: bytes | None, questions: Sequence[Question]) -> Voices | None:
    """Return what the voices say on the questions of a variant, or raise FaultyVoicesError."""
    if content is None:
        return None
    try:
        voices = compare(questions, [_voice(each, questions) for each in json.loads(content)["voices"]])
    except _FAULTS as error:
        raise FaultyVoicesError from error
    if write(voices) != content:
        raise FaultyVoicesError
    return voices


def _answers(role: VoiceRole, voices: Voices) -> Iterator[tuple[str, dict[str, str]]]:
    said = {each.question.id: each.heard for each in voices.questions}
    for id in sorted(said):
        for given in said[id]:
            if given.role == role:
                choice = {"choice": given.answer.choice} if given.answer.choice else {}
                yield id, choice | ({"comment": given.answer.comment} if given.answer.comment else {})


def _voice(entry: Mapping[str, Any], questions: Sequence[Question]) -> Voice:
    id, name, number = entry["role"], entry["name"], entry["number"]
    if id not in VOICE_ROLES or not isinstance(name, str) or not isinstance(number, int | None):
        raise ValueError(id)
    role = VoiceRole(id, name, number)
    letters = tuple(dict.fromkeys(question.domain_letter for question in questions))
    answers = {id: _answer(held) for id, held in entry["answers"].items()}
    return Voice(role.key, role, letters, answers, finished=True)


def _answer(held: Mapping[str, Any]) -> Answer:
    choice, comment = held.get("choice"), held.get("comment", "")
    if not isinstance(comment, str) or len(comment) > COMMENT_LIMIT:
        raise ValueError(comment)
    return Answer(choice, comment)
