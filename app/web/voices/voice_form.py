"""The forms of a voice: its answers to a domain, and the button that says that it has finished."""

from wtforms import HiddenField

from app.maturity.questionnaire import Question
from app.translations import N_
from app.translations.wording_cache import wording_cache
from app.web.assessment.practice_form import PracticeForm
from app.web.forms.answers_field import AnswersField
from app.web.forms.base import Form, chosen_from

FINISH, GO_ON = "finish", "go_on"


class FinishForm(Form):
    """The button that says that a voice has finished, or that it changes its answers again."""

    action = HiddenField(
        validators=[chosen_from((FINISH, GO_ON), N_("Choose one of the buttons on the page"))]
    )


@wording_cache
def voice_form(questions: tuple[Question, ...]) -> type[PracticeForm]:
    """Build the form class of some questions, with a choice and a comment each, once."""
    field = AnswersField(questions, asks_evidence=False)
    return type("VoiceForm", (PracticeForm,), {"questions": questions, "answers_field": field})
