"""What every form has: protection against forgery, the reader's language, and a list of its problems."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Self

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.web.request.language import translate as _

Validator = Callable[[Any, Any], None]

# Fields that the page asking for the code again sends along with what was typed.
SIGN_IN_FIELDS = frozenset({"code", "idle"})

# A hostile form holds a million; a person needs to read of a few.
_MOST_STRANGERS = 10


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the sentence, and the id of the control it is about (empty: the whole page)."""

    control: str
    sentence: str


def sentences_by_control(problems: Iterable[Problem]) -> dict[str, str]:
    """Return the sentence of each problem by the id of its control, for the fields of a template."""
    return {problem.control: problem.sentence for problem in problems}


class _Checked(FlaskForm.Meta.csrf_class):  # type: ignore[misc]  # flask_wtf ships no types
    """Checks the token of a form that was sent; the page that shows a form makes its own."""

    def generate_csrf_token(self, csrf_token_field: Field) -> str:
        return ""


class Form(FlaskForm):  # type: ignore[misc]  # flask_wtf ships no types
    """A form that refuses fields it did not offer, and lists its problems in the order of the page."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # flask_wtf ships no types
        """Takes the place of a token being signed for each form that is read."""

        csrf_class = _Checked

    # Left to itself, FlaskForm reads every request that it is made in, and fails at broken JSON.
    def __init__(self, formdata: MultiDict[str, Any] | None = None, **values: object) -> None:
        super().__init__(formdata, **values)

    @classmethod
    def from_request(cls, **values: object) -> Self:
        """Return the form as it was sent, validated; the values are those that its constructor takes."""
        form = cls(cls._received(), **values)
        form.validate()
        form._refuse_repeated()
        return form

    @classmethod
    def _received(cls) -> MultiDict[str, Any]:
        return request.form

    @property
    def is_genuine(self) -> bool:
        """Say whether it came from our own page; if not, nothing of it may be stored."""
        return not self.csrf_token.errors

    @property
    def is_valid(self) -> bool:
        """Say whether there is nothing to mend."""
        return not any(self.problems())

    def problems(self) -> Iterator[Problem]:
        """List what is wrong, the page as a whole first."""
        if not self.is_genuine:
            yield Problem(
                "",
                _("This page had been open for too long. Nothing you typed is lost: press the button again."),
            )
        yield from (
            Problem("", unexpected_field_sentence(name))
            for name in islice(self.unexpected_fields(), _MOST_STRANGERS)
        )
        for field in self:
            if field.name != "csrf_token":
                yield from _problems_of(field)

    def unexpected_fields(self) -> Iterator[str]:
        """Name the fields that were sent and that the page does not ask for."""
        asked = {name for field in self for name in _controls(field)} | SIGN_IN_FIELDS
        return (name for name in request.form if name not in asked)

    def _refuse_repeated(self) -> None:
        for field in self:
            several = hasattr(field, "choices") and field.widget.multiple
            alone = _controls(field) == (field.name,)
            if alone and not several and len(request.form.getlist(field.name)) > 1:
                field.errors = (*field.errors, unexpected_field_sentence(field.name))


def _controls(field: Field) -> tuple[str, ...]:
    """Name the controls that a field is made of: most are one."""
    return getattr(field, "controls", (field.name,))


def _problems_of(field: Field) -> Iterator[Problem]:
    if hasattr(field, "faults"):
        return (Problem(control, sentence) for control, sentence in field.faults.items())
    # Nobody can go to a hidden field.
    control = "" if isinstance(field, HiddenField) else str(field.id)
    return (Problem(control, sentence) for sentence in field.errors)


def unexpected_field_sentence(name: str) -> str:
    """Say that a page does not ask for a field, or not twice."""
    sentence = _("This page does not ask for “%(name)s”, or asks for it once.")
    return sentence % {"name": clean_line(name)[:40]}


class VersionedForm(Form):
    """A form that knows the version of the document it was filled in from."""

    version = HiddenField()

    def validate_version(self, field: Field) -> None:
        """Refuse a version that no page of ours has held."""
        if not (field.data or "").isdecimal() or len(field.data) > 9:
            sentence = _("The form arrived incomplete. Nothing you typed is lost: press the button again.")
            raise ValidationError(sentence)

    @property
    def expected_version(self) -> int:
        """Give the version that a save expects to find."""
        return int(self.version.data or 0)

    @property
    def may_be_stored(self) -> bool:
        """Say whether the sound fields may be kept, whatever is wrong with the others."""
        return self.is_genuine and not self.version.errors

    def is_outdated(self, stored: int) -> bool:
        """Say whether a faulty form was filled in from an older version than the stored one.

        Of such a form not even the sound fields are kept: its faulty ones would stand for what is stored, so
        that the conflict went unseen, and the mended form would overwrite what its sender never saw.
        """
        return not self.is_valid and self.expected_version != stored

    def version_to_show(self, stored: int) -> int:
        """Give the version to show again: what was seen, so that a mended form overwrites nothing newer."""
        return stored if self.version.errors else self.expected_version


def chosen_from(values: tuple[str | None, ...], sentence: str) -> Validator:
    """Make a validator that refuses what the page did not offer."""

    def check(form: Form, field: Field) -> None:
        if field.data not in values:
            raise ValidationError(_(sentence))

    return check
