"""Kept quotes as a note in the evidence of a practice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.maturity.answers import Answer, confirmed
from app.maturity.policy.matching import Quote
from app.translations.policy_words import place_words
from app.translations.wording import Wording, quote
from app.web.policy.practice_reading import PracticeReading


def with_note(answer: Answer, reading: PracticeReading, document: str, wording: Wording) -> Answer:
    """Return an answer with the kept quotes in its evidence, and with the suggested level if it is used."""
    note = "\n".join(_lines(reading.kept_quotes, document, wording))
    if note and note not in answer.evidence:
        answer = replace(answer, evidence=f"{answer.evidence}\n{note}" if answer.evidence else note)
    level = reading.level(answer) if reading.is_used else None
    return answer if level is None else replace(confirmed(answer), choice=str(level))


def _lines(quotes: Iterable[Quote], document: str, wording: Wording) -> Iterator[str]:
    for number, each in enumerate(quotes):
        if not number:
            yield wording.label_value(document, "").rstrip()
        place = place_words(each, wording)
        yield f"{quote(each.text, wording.language)}{f' ({place})' if place else ''}"
