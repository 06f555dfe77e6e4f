"""The form of a domain page: an answer for each question, and the button that was pressed."""

from collections.abc import Iterator, Mapping
from functools import cache

from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.web.forms.answer import AnswerField
from app.web.forms.base import Problem, VersionedForm
from app.web.language import translate as _

ACTIONS = ("save", "continue")


class PracticeForm(VersionedForm):
    """The fields of one domain; a subclass made from its questions adds them."""

    action = HiddenField()

    questions: tuple[Question, ...] = ()

    def validate_action(self, field: Field) -> None:
        """Refuse a button that the page does not have."""
        if field.data not in ACTIONS:
            raise ValidationError(_("Choose “Save and continue” or “Save and return to the tasks”."))

    def answers(self, stored: Mapping[str, Answer]) -> dict[str, Answer]:
        """Give the answers that may be stored; a control that was not sent leaves what is stored."""
        return {
            question.id: self[question.id].answer(stored.get(question.id, Answer()))
            for question in self.questions
            if not self[question.id].faults
        }

    def blanks(self, answers: Mapping[str, Answer]) -> Iterator[Problem]:
        """Name the questions that have no answer yet."""
        for question in self.questions:
            if not self[question.id].faults and not answers.get(question.id, Answer()).is_given:
                yield Problem(question.id, _("%(id)s: choose an answer") % {"id": question.id})


@cache
def practice_form(questions: tuple[Question, ...]) -> type[PracticeForm]:
    """Make the form class of some questions, once."""
    fields = {question.id: AnswerField(question) for question in questions}
    return type("DomainForm", (PracticeForm,), {"questions": questions, **fields})
