"""The forms of the staff pulse: the answers of colleagues, and the buttons of its owner."""

import re

from wtforms import Field, HiddenField, StringField
from wtforms.validators import ValidationError

from app.maturity.opinions import OpinionQuestion
from app.maturity.pulse.counting import GROUPS, NO_GROUP, PulseAnswer
from app.translations import N_
from app.translations.wording_cache import wording_cache
from app.web.forms.base import Form, Problem, chosen_from
from app.web.forms.opinion_fields import opinion_fields
from app.web.request.language import translate as _

OPEN, CLOSE, REOPEN = "open", "close", "reopen"

_MARK = re.compile("[0-9a-f]{16}")


class PulseForm(Form):
    """One colleague’s answers; a subclass made from the questions and the grouping adds their fields."""

    questions: tuple[OpinionQuestion, ...] = ()
    groups: tuple[str, ...] = ()

    another = StringField(validators=[chosen_from((None, "", "yes"), N_("Tick boxes of this page only"))])
    page = HiddenField()

    def validate_page(self, field: Field) -> None:
        """Refuse a text that no page has as its mark; an old page may have none."""
        if field.data and not _MARK.fullmatch(field.data):
            sentence = _("The form arrived incomplete. Nothing you typed is lost: press the button again.")
            raise ValidationError(sentence)

    @property
    def is_another_person(self) -> bool:
        """Return whether the sender ticked to be another person at the same device."""
        return bool(self.another.data == "yes")

    @property
    def pulse_answer(self) -> PulseAnswer:
        """Return the answers of a valid form."""
        opinions = {
            question.id: tuple(
                token for token in question.tokens if token in (self[question.id].raw_data or ())
            )
            for question in self.questions
        }
        group = (self["group"].data if self.groups else "") or NO_GROUP
        return PulseAnswer({id: tokens for id, tokens in opinions.items() if tokens}, group)

    def blank(self) -> tuple[Problem, ...]:
        """Return the problem of a form without any answer, or nothing."""
        if self.pulse_answer.opinions:
            return ()
        return (Problem(self.questions[0].id, _("Answer at least one question, even by “Don’t know”")),)


@wording_cache
def pulse_form(questions: tuple[OpinionQuestion, ...], grouping: str) -> type[PulseForm]:
    """Build the form class of a pulse, once."""
    groups = GROUPS[grouping]
    fields = {"questions": questions, "groups": groups, **opinion_fields(questions)}
    if groups:
        offered = chosen_from((*groups, NO_GROUP, "", None), N_("Choose one of the groups on the page"))
        fields["group"] = StringField(validators=[offered])
    return type("PulseForm", (PulseForm,), fields)


class PulseActionForm(Form):
    """The owner's button: open the pulse with a grouping or none, close it, or reopen it."""

    action = HiddenField(validators=[chosen_from((OPEN, CLOSE, REOPEN), N_("Press a button of this page"))])
    grouping = HiddenField(
        validators=[chosen_from((*GROUPS, None), N_("Choose one of the groupings on the page"))]
    )


class ResetForm(Form):
    """The tick without which nothing is reset."""

    sure = StringField(validators=[chosen_from(("yes",), N_("Tick the box if you want to reset the pulse"))])
