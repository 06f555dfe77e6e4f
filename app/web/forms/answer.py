"""One question's answer as one field: four controls of the page, read and validated together.

Four fields a question made 27 of a page, and binding them was a third of the cost of a save.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from wtforms import Field
from wtforms.form import BaseForm

from app.maturity.answers import COMMENT_LIMIT, Answer
from app.maturity.plain import plain, plain_line
from app.maturity.questionnaire import Question
from app.web.forms.base import not_asked
from app.web.language import translate as _

# date.fromisoformat alone would also take 2026-W40-4.
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def today() -> date:
    """Give the day it is where the server stands."""
    return datetime.now(UTC).astimezone().date()


def iso_day(text: str) -> date:
    """Read a date written as 2026-10-01, or raise ValueError."""
    if not _ISO_DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def names(id: str) -> tuple[str, str, str, str]:
    """Give the names of a question's four controls: choice, comment, evidence and its date."""
    return id, f"{id}-comment", f"{id}-evidence", f"{id}-evidence-date"


class AnswerField(Field):
    """The controls of one question: ``typed`` holds None for one not sent, ``faults`` what is wrong."""

    def __init__(self, question: Question, **binding: Any) -> None:  # noqa: ANN401  what WTForms passes on
        super().__init__(**binding)
        self.question = question
        self.controls = names(question.id)
        self.typed: tuple[str | None, ...] = (None,) * len(self.controls)
        self.faults: dict[str, str] = {}

    def process(self, formdata: Any, data: object = None, extra_filters: Sequence[Any] | None = None) -> None:  # noqa: ANN401  as WTForms declares it
        """Read the four controls, the texts tidied."""
        if formdata:
            choice, comment, evidence, day = (formdata.getlist(name) for name in self.controls)
            self.typed = (
                choice[0] if choice else None,
                plain(comment[0]) if comment else None,
                plain(evidence[0]) if evidence else None,
                plain_line(day[0]) if day else None,
            )
            repeated = (choice, comment, evidence, day)
            self.faults = {
                n: not_asked(n) for n, sent in zip(self.controls, repeated, strict=True) if len(sent) > 1
            }

    def validate(self, form: BaseForm, extra_validators: Sequence[Any] = ()) -> bool:
        """Find what has to be mended in each control."""
        choice, comment, evidence, day = self.typed
        id = self.question.id
        found = (
            _choice(choice, self.question),
            _comment(comment, id),
            _evidence(evidence, id),
            _day(day, id),
        )
        for name, fault in zip(self.controls, found, strict=True):
            if fault:
                self.faults[name] = fault
        self.errors = tuple(self.faults.values())
        return not self.faults

    def answer(self, stored: Answer) -> Answer:
        """Give the answer, if nothing is wrong in it; a control that was not sent leaves what is stored."""
        choice, comment, evidence, day = self.typed
        return Answer(
            choice=stored.choice if choice is None else choice,
            comment=stored.comment if comment is None else comment,
            evidence=stored.evidence if evidence is None else evidence,
            evidence_date=stored.evidence_date if day is None else iso_day(day) if day else None,
        )


def _choice(typed: str | None, question: Question) -> str | None:
    if typed is None or typed in question.choices:
        return None
    return _("%(id)s: choose one of the answers on the page") % {"id": question.id}


def _comment(typed: str | None, id: str) -> str | None:
    return _too_long(typed, id, _("%(id)s: shorten the comment to %(limit)s characters; it has %(length)s"))


def _evidence(typed: str | None, id: str) -> str | None:
    return _too_long(typed, id, _("%(id)s: shorten the evidence to %(limit)s characters; it has %(length)s"))


def _too_long(typed: str | None, id: str, sentence: str) -> str | None:
    if typed is None or len(typed) <= COMMENT_LIMIT:
        return None
    return sentence % {"id": id, "limit": COMMENT_LIMIT, "length": len(typed)}


def _day(typed: str | None, id: str) -> str | None:
    if not typed:
        return None
    try:
        day = iso_day(typed)
    except ValueError:
        return _("%(id)s: write the date as year-month-day, for example 2026-10-01") % {"id": id}
    if day > today():
        return _("%(id)s: the date of the evidence cannot be in the future") % {"id": id}
    return None
