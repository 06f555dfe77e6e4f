"""Write the levels of a domain, without its texts, as bytes, and read them."""

import json

from app.maturity.answers import Answer
from app.storage.sealing.documents import read_answers, write_answers

# Kept beside the levels.
_MARKS = ("carried", "reworded")


def write_levels(content: bytes, version: int) -> bytes:
    """Return the levels in a domain’s document, with its version, which shows if a result is complete."""
    answers = read_answers(content)
    choices = {id: answer.choice for id, answer in answers.items() if answer.choice}
    marks = {mark: [id for id, each in answers.items() if getattr(each, mark)] for mark in _MARKS}
    stored = {"version": version, "choices": choices} | {mark: of for mark, of in marks.items() if of}
    return json.dumps(stored, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_levels(content: bytes) -> tuple[int, bytes]:
    """Return the version of a domain’s document, and its bytes without texts."""
    stored = json.loads(content)
    carried, reworded = (stored.get(mark, ()) for mark in _MARKS)
    levels = stored["choices"].items()
    answers = {id: Answer(own, carried=id in carried, reworded=id in reworded) for id, own in levels}
    return stored["version"], write_answers(answers)
