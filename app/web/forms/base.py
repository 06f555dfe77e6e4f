"""What every form has: protection against forgery, the reader's language, and a list of its problems."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from app.web.language import translate as _

Validator = Callable[[Any, Any], None]

# Fields that the page asking for the code again sends along with what was typed.
SIGN_IN_FIELDS = frozenset({"code", "idle"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the sentence, and the id of the control it is about (empty: the whole page)."""

    control: str
    sentence: str


class Form(FlaskForm):  # type: ignore[misc]  # flask_wtf ships no types
    """A form that refuses fields it did not offer, and lists its problems in the order of the page."""

    @classmethod
    def sent(cls) -> Self:
        """Read the form from the request, and validate it."""
        form = cls(request.form)
        form.validate()
        return form

    @property
    def is_genuine(self) -> bool:
        """Say whether it came from our own page; if not, nothing of it may be stored."""
        return not self.csrf_token.errors

    @property
    def is_sound(self) -> bool:
        """Say whether there is nothing to mend."""
        return not any(self.problems())

    def problems(self) -> Iterator[Problem]:
        """List what is wrong, the page as a whole first."""
        if not self.is_genuine:
            yield Problem(
                "",
                _("This page had been open for too long. Nothing you typed is lost: press the button again."),
            )
        for name in self._strangers():
            yield Problem(
                "", _("This page does not ask for “%(name)s”, or asks for it once.") % {"name": name[:40]}
            )
        for field in self:
            if field.name != "csrf_token":
                yield from (Problem(str(field.id), sentence) for sentence in field.errors)

    def _strangers(self) -> list[str]:
        several = {field.name for field in self if hasattr(field, "choices") and field.widget.multiple}
        return [
            name
            for name, values in request.form.lists()
            if (name not in self._fields and name not in SIGN_IN_FIELDS)
            or (len(values) > 1 and name not in several)
        ]


class VersionedForm(Form):
    """A form that knows the version of the document it was filled in from."""

    version = HiddenField()

    def validate_version(self, field: Field) -> None:
        """Refuse a version that no page of ours has held."""
        if not (field.data or "").isdecimal() or len(field.data) > 9:
            sentence = _("The form arrived incomplete. Nothing you typed is lost: press the button again.")
            raise ValidationError(sentence)

    @property
    def expected(self) -> int:
        """Give the version that a save expects to find."""
        return int(self.version.data or 0)


def chosen_from(values: tuple[str, ...], sentence: str) -> Validator:
    """Make a validator that refuses what the page did not offer."""

    def check(form: Form, field: Field) -> None:
        if field.data not in values:
            raise ValidationError(_(sentence))

    return check


def N_(sentence: str) -> str:  # noqa: N802  the name that gettext's tools know
    """Mark a sentence for translation where it is used later."""
    return sentence
