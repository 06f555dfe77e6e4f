"""What every form has: protection against forgery, sentences in the reader's language, and its problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Self

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.maturity.opinions import OpinionQuestion
from app.maturity.questionnaire import Question
from app.web.request.language import current
from app.web.request.language import translate as _

Validator = Callable[[Any, Any], None]

# Fields that the page asking for the code again sends along with what was typed.
SIGN_IN_FIELDS = frozenset({"code", "idle"})

# A hostile form holds a million fields; the page names a few of them.
_MAX_UNEXPECTED = 10


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct: a sentence, and the id of its control, which is empty for the whole page."""

    control: str
    sentence: str


def question_label(question: Question | OpinionQuestion) -> str:
    """Return the id and name of a question in the reader's language, by which sentences name it."""
    return f"{question.id} {question.name.in_(current())}"


def sentences_by_control(problems: Iterable[Problem]) -> dict[str, str]:
    """Return the sentence of each problem by the id of its control, for the fields of a template."""
    return {problem.control: problem.sentence for problem in problems}


class _TokenCheck(FlaskForm.Meta.csrf_class):  # type: ignore[misc]  # flask_wtf ships no types
    """Checks the token of a form that was sent; templates write the token of a form that they show."""

    def generate_csrf_token(self, csrf_token_field: Field) -> str:
        return ""


class Form(FlaskForm):  # type: ignore[misc]  # flask_wtf ships no types
    """A form that refuses fields it did not offer, and lists its problems in the order of the page."""

    is_sent = False

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # flask_wtf ships no types
        """Checks tokens without signing a new one for each form that is read."""

        csrf_class = _TokenCheck

    # By default FlaskForm reads each request in which it is made, and fails if its JSON is broken.
    def __init__(self, formdata: MultiDict[str, Any] | None = None, **values: object) -> None:
        super().__init__(formdata, **values)

    @classmethod
    def from_request(cls, **values: object) -> Self:
        """Return the form as it was sent, validated; the values are those that its constructor takes."""
        form = cls(cls._received(), **values)
        form.is_sent = True
        form.validate()
        form._refuse_repeated()
        return form

    @classmethod
    def from_request_or_blank(cls, data: Mapping[str, object] | None = None) -> Self:
        """Return the form as it was sent, or one that holds the data if the request only reads the page."""
        return cls.from_request() if request.method == "POST" else cls(data=data)

    @classmethod
    def _received(cls) -> MultiDict[str, Any]:
        return request.form

    @property
    def is_genuine(self) -> bool:
        """Return whether a page of this service sent it; if not, nothing of it may be stored."""
        return not self.csrf_token.errors

    @property
    def is_valid(self) -> bool:
        """Return whether it was sent without any problem."""
        return self.is_sent and not any(self.problems())

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of a form that was sent, those of the whole page first."""
        if not self.is_sent:
            return
        if not self.is_genuine:
            yield Problem(
                "",
                _("This page had been open for too long. Nothing you typed is lost: press the button again."),
            )
        yield from (
            Problem("", unexpected_field_sentence(name))
            for name in islice(self.unexpected_fields(), _MAX_UNEXPECTED)
        )
        for field in self:
            if field.name != "csrf_token":
                yield from _problems_of(field)

    def unexpected_fields(self) -> Iterator[str]:
        """Yield the names of the fields that were sent and that the page does not ask for."""
        expected = {name for field in self for name in _controls(field)} | SIGN_IN_FIELDS
        return (name for name in request.form if name not in expected)

    def _refuse_repeated(self) -> None:
        for field in self:
            several = hasattr(field, "choices") and field.widget.multiple
            alone = _controls(field) == (field.name,)
            if alone and not several and len(request.form.getlist(field.name)) > 1:
                field.errors = (*field.errors, unexpected_field_sentence(field.name))


def _controls(field: Field) -> tuple[str, ...]:
    """Return the names of the controls that a field consists of: one for most fields."""
    return getattr(field, "controls", (field.name,))


def _problems_of(field: Field) -> Iterator[Problem]:
    if hasattr(field, "faults"):
        return (Problem(control, sentence) for control, sentence in field.faults.items())
    # The error summary cannot link to a hidden field.
    control = "" if isinstance(field, HiddenField) else str(field.id)
    return (Problem(control, sentence) for sentence in field.errors)


def unexpected_field_sentence(name: str) -> str:
    """Return the sentence on a field that a page does not ask for, or not twice."""
    sentence = _("This page does not ask for “%(name)s”, or asks for it once.")
    return sentence % {"name": clean_line(name)[:40]}


class ButtonForm(Form):
    """A form that is only a button."""


class VersionedForm(Form):
    """A form that knows the version of the document it was filled in from."""

    version = HiddenField()

    def validate_version(self, field: Field) -> None:
        """Refuse what no page holds as a version."""
        if not (field.data or "").isdecimal() or len(field.data) > 9:
            sentence = _("The form arrived incomplete. Nothing you typed is lost: press the button again.")
            raise ValidationError(sentence)

    @property
    def expected_version(self) -> int:
        """Return the version that a save expects to find."""
        return int(self.version.data or 0)

    @property
    def may_be_stored(self) -> bool:
        """Return whether the valid fields may be stored, whatever is wrong with the others."""
        return self.is_genuine and not self.version.errors

    def is_outdated(self, stored: int) -> bool:
        """Return whether a form with problems was filled in from another version than the stored one.

        Not even the valid fields of such a form are stored: the page would show the faulty fields in place of
        what is stored, hide the conflict, and the corrected form would overwrite what its sender never saw.
        """
        return not self.is_valid and self.expected_version != stored

    def version_to_show(self, stored: int) -> int:
        """Return the version for the form to show again: the one seen, which overwrites nothing newer."""
        return stored if self.version.errors else self.expected_version


def chosen_from(values: tuple[str | None, ...], sentence: str) -> Validator:
    """Return a validator that refuses a value which the page did not offer, with a sentence."""

    def check(form: Form, field: Field) -> None:
        if field.data not in values:
            raise ValidationError(_(sentence))

    return check


def name_within(limit: int) -> Validator:
    """Return a validator that refuses a name of more characters than the limit."""

    def check(form: Form, field: Field) -> None:
        if len(field.data or "") > limit:
            sentence = _("Shorten the name to %(limit)s characters; it has %(length)s")
            raise ValidationError(sentence % {"limit": limit, "length": len(field.data)})

    return check


def yes_or_nothing(form: Form, field: Field) -> None:
    """Refuse any other value of a tick box than “yes”."""
    if not set(field.data or ()) <= {"yes"}:
        raise ValidationError(_("Tick only boxes on this page"))
