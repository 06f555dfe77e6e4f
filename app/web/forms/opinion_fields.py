"""The fields of the opinion questions, which an assessment and the staff pulse both ask."""

from wtforms import Field, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms
from wtforms.validators import ValidationError

from app.maturity.opinions import OpinionQuestion
from app.web.forms.base import Form, Validator, question_label
from app.web.request.language import current
from app.web.request.language import translate as _


def opinion_fields(questions: tuple[OpinionQuestion, ...]) -> dict[str, object]:
    """Return the fields of the opinion questions, for a form class."""
    fields: dict[str, object] = {}
    for question in questions:
        choices = [SelectChoice(token, token) for token in question.tokens]
        fields[question.id] = (
            SelectMultipleField(
                choices=choices, validate_choice=False, validators=[_offered_and_compatible(question)]
            )
            if question.many
            else StringField(validators=[_offered_and_compatible(question)])
        )
    return fields


def _offered_and_compatible(question: OpinionQuestion) -> Validator:
    def check(form: Form, field: Field) -> None:
        tokens = tuple(field.raw_data or ())
        if not set(tokens) <= set(question.tokens):
            sentence = _("%(question)s: choose one of the answers on the page")
            raise ValidationError(sentence % {"question": question_label(question)})
        clash = question.clash(tokens)
        if clash:
            sentence = _("%(question)s: “%(answer)s” cannot be combined with another answer")
            values = {"question": question_label(question), "answer": clash.label.in_(current())}
            raise ValidationError(sentence % values)

    return check
