"""The invented colleagues of the worked example, who answer independently."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.maturity.answers import Answer
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire
from app.maturity.text import Language
from app.maturity.voices.voice import Voice, VoiceRole

_FILE = Path(__file__).parent / "voices.toml"
_SIGNS = {"?": UNKNOWN, "-": NOT_APPLICABLE}


def read_voices(questionnaire: Questionnaire, reader: Language) -> tuple[Voice, ...]:
    """Return the colleagues, their comments in a language; all have finished."""
    written = tomllib.loads(_FILE.read_text("utf-8"))["voice"]
    return tuple(
        Voice(
            each["role"],
            VoiceRole(each["role"]),
            tuple(each["answers"]),
            dict(_answers(each, questionnaire, reader)),
            finished=True,
        )
        for each in written
    )


def _answers(
    voice: Mapping[str, Any], questionnaire: Questionnaire, reader: Language
) -> Iterator[tuple[str, Answer]]:
    for letter, row in voice["answers"].items():
        # A later version of the questionnaire may ask more or fewer.
        for question, sign in zip(questionnaire.domain(letter).questions, row.split(), strict=False):
            comment = voice["comments"].get(question.id, {}).get(reader, "")
            yield question.id, Answer(_SIGNS.get(sign, sign), comment)
