"""The form of the opinion questions, one or several answers each."""

from collections.abc import Mapping

from wtforms import Field, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms
from wtforms.validators import ValidationError

from app.maturity.opinions import OpinionQuestion
from app.translations.wording_cache import wording_cache
from app.web.forms.base import Form, Validator, VersionedForm
from app.web.request.language import current
from app.web.request.language import translate as _


class OpinionForm(VersionedForm):
    """The fields of the opinion page; a subclass made from its questions adds them."""

    questions: tuple[OpinionQuestion, ...] = ()

    def opinions(self, stored: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Return the valid answers by question, and the stored ones where the sent one is not valid."""
        return {
            q.id: stored.get(q.id, ())
            if self[q.id].errors
            else tuple(token for token in q.tokens if token in (self[q.id].raw_data or ()))
            for q in self.questions
        }

    @property
    def sent_opinions(self) -> dict[str, tuple[str, ...]]:
        """Return the answers as they were sent, valid or not."""
        return {question.id: tuple(self[question.id].raw_data or ()) for question in self.questions}


@wording_cache
def opinion_form(questions: tuple[OpinionQuestion, ...]) -> type[OpinionForm]:
    """Build the form class of the opinion questions, once."""
    return type("OpinionForm", (OpinionForm,), {"questions": questions, **opinion_fields(questions)})


def opinion_fields(questions: tuple[OpinionQuestion, ...]) -> dict[str, object]:
    """Return the fields of the opinion questions, for a form class."""
    fields: dict[str, object] = {}
    for question in questions:
        choices = [SelectChoice(token, token) for token in question.tokens]
        fields[question.id] = (
            SelectMultipleField(choices=choices, validate_choice=False, validators=[_sound(question)])
            if question.many
            else StringField(validators=[_sound(question)])
        )
    return fields


def _sound(question: OpinionQuestion) -> Validator:
    def check(form: Form, field: Field) -> None:
        given = tuple(field.raw_data or ())
        if not set(given) <= set(question.tokens):
            raise ValidationError(_("%(id)s: choose one of the answers on the page") % {"id": question.id})
        clash = question.clash(given)
        if clash:
            sentence = _("%(id)s: “%(answer)s” cannot be combined with another answer")
            raise ValidationError(sentence % {"id": question.id, "answer": clash.label.in_(current())})

    return check
