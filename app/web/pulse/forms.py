"""The forms of the staff pulse: the answers of colleagues, and the buttons of its owner."""

import re
from datetime import date

from wtforms import Field, HiddenField, StringField
from wtforms.validators import ValidationError

from app.maturity.opinions import OpinionQuestion
from app.maturity.pulse.counting import GROUPS, NO_GROUP, PulseAnswer
from app.maturity.pulse.suggestion import INVITED, SMALL_STAFF, Closing
from app.translations import N_
from app.translations.wording_cache import wording_cache
from app.web.forms.base import Form, Problem, chosen_from
from app.web.forms.opinion_fields import opinion_fields
from app.web.request.language import translate as _

OPEN, CLOSE, REOPEN, ADOPT = "open", "close", "reopen", "adopt"

_MARK = re.compile("[0-9a-f]{16}")
_SMALL_NUMBER = re.compile("[0-9]{1,2}")


class PulseForm(Form):
    """One colleague’s answers; a subclass made from the questions and the grouping adds their fields."""

    questions: tuple[OpinionQuestion, ...] = ()
    groups: tuple[str, ...] = ()

    another = StringField(validators=[chosen_from((None, "", "yes"), N_("Tick only boxes on this page"))])
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
        return (
            Problem(self.questions[0].id, _("Answer at least one question, even if only with “Don’t know”")),
        )


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
    """The owner's button: open the pulse, close it, reopen it, or take the answer that it suggests.

    Opening sends the grouping and whether the second part is asked; closing sends who was invited and the
    size of a small staff.
    """

    action = HiddenField(
        validators=[chosen_from((OPEN, CLOSE, REOPEN, ADOPT), N_("Press one of the buttons on this page"))]
    )
    grouping = HiddenField(
        validators=[chosen_from((*GROUPS, None), N_("Choose one of the groupings on the page"))]
    )
    policy = StringField(validators=[chosen_from((None, "", "yes"), N_("Tick only boxes on this page"))])
    invited = StringField()
    people = StringField()

    def validate_invited(self, field: Field) -> None:
        """Require one of the choices when the pulse is closed."""
        if self.action.data == CLOSE and field.data not in INVITED:
            raise ValidationError(_("Choose who was invited to answer"))

    def validate_people(self, field: Field) -> None:
        """Refuse what is not the size of a small staff."""
        typed = (field.data or "").strip()
        if typed and not (_SMALL_NUMBER.fullmatch(typed) and 0 < int(typed) < SMALL_STAFF):
            sentence = _("Enter a number from 1 to %(most)s, or leave it empty if more people work for you")
            raise ValidationError(sentence % {"most": SMALL_STAFF - 1})

    def closing(self, today: date) -> Closing:
        """Return what a valid form says of the closing."""
        invited = next(each for each in INVITED if each == self.invited.data)
        typed = (self.people.data or "").strip()
        return Closing(today, invited, int(typed) if typed else None)


class ResetForm(Form):
    """The tick without which nothing is reset."""

    sure = StringField(validators=[chosen_from(("yes",), N_("Tick the box if you want to reset the pulse"))])
