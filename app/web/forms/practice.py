"""The form of a domain page: for each question a choice, a comment, and evidence with its date."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache

from wtforms import Field, HiddenField, StringField
from wtforms.validators import ValidationError

from app.maturity.answers import COMMENT_LIMIT, Answer
from app.maturity.plain import plain, plain_line
from app.maturity.questionnaire import Question
from app.web.forms.base import Form, Problem, Validator, VersionedForm
from app.web.language import translate as _

ACTIONS = ("save", "continue")

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


class PracticeForm(VersionedForm):
    """The fields of one domain; a subclass made from its questions adds them."""

    action = HiddenField()

    questions: tuple[Question, ...] = ()

    def validate_action(self, field: Field) -> None:
        """Refuse a button that the page does not have."""
        if field.data not in ACTIONS:
            raise ValidationError(_("Choose “Save and continue” or “Save and return to the tasks”."))

    def is_faulty(self, question: Question) -> bool:
        """Say whether any field of a question's answer has to be mended."""
        return any(self[name].errors for name in names(question.id))

    def answers(self, stored: Mapping[str, Answer]) -> dict[str, Answer]:
        """Give the answers that may be stored; a field that was not sent leaves what is stored."""
        return {
            question.id: self._answer(question.id, stored.get(question.id, Answer()))
            for question in self.questions
            if not self.is_faulty(question)
        }

    def _answer(self, id: str, stored: Answer) -> Answer:
        choice, comment, evidence, day = (self[name] for name in names(id))
        return Answer(
            choice=choice.data if choice.raw_data else stored.choice,
            comment=comment.data if comment.raw_data else stored.comment,
            evidence=evidence.data if evidence.raw_data else stored.evidence,
            evidence_date=(iso_day(day.data) if day.data else None) if day.raw_data else stored.evidence_date,
        )

    def blanks(self, answers: Mapping[str, Answer]) -> Iterator[Problem]:
        """Name the questions that have no answer yet."""
        for question in self.questions:
            if not self.is_faulty(question) and not answers.get(question.id, Answer()).is_given:
                yield Problem(question.id, _("%(id)s: choose an answer") % {"id": question.id})


def names(id: str) -> tuple[str, str, str, str]:
    """Give the names of a question's four fields."""
    return id, f"{id}-comment", f"{id}-evidence", f"{id}-evidence-date"


@cache
def practice_form(questions: tuple[Question, ...]) -> type[PracticeForm]:
    """Make the form class of some questions, once."""
    fields: dict[str, object] = {"questions": questions}
    for question in questions:
        choice, comment, evidence, day = names(question.id)
        fields[choice] = StringField(validators=[_offered(question)])
        fields[comment] = StringField(filters=[_tidy], validators=[_text(question.id)])
        fields[evidence] = StringField(filters=[_tidy], validators=[_text(question.id)])
        fields[day] = StringField(filters=[_tidy_line], validators=[_past_day(question.id)])
    return type("DomainForm", (PracticeForm,), fields)


def _tidy(value: str | None) -> str:
    return plain(value or "")


def _tidy_line(value: str | None) -> str:
    return plain_line(value or "")


def _offered(question: Question) -> Validator:
    def check(form: Form, field: Field) -> None:
        if field.raw_data and field.data not in question.choices:
            raise ValidationError(_("%(id)s: choose one of the answers on the page") % {"id": question.id})

    return check


def _text(id: str) -> Validator:
    def check(form: Form, field: Field) -> None:
        if len(field.data) > COMMENT_LIMIT:
            sentence = _("%(id)s: shorten the text to %(limit)s characters; it has %(length)s")
            raise ValidationError(sentence % {"id": id, "limit": COMMENT_LIMIT, "length": len(field.data)})

    return check


def _past_day(id: str) -> Validator:
    def check(form: Form, field: Field) -> None:
        if not field.data:
            return
        try:
            day = iso_day(field.data)
        except ValueError:
            raise ValidationError(
                _("%(id)s: write the date as year-month-day, for example 2026-10-01") % {"id": id}
            ) from None
        if day > today():
            raise ValidationError(_("%(id)s: the date of the evidence cannot be in the future") % {"id": id})

    return check
