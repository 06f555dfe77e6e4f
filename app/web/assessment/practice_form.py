"""The form of a domain page: an answer to each question, and the button that was pressed."""

from collections.abc import Iterator, Mapping

from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from app.maturity.answers import NO_ANSWER, Answer
from app.maturity.questionnaire import Question
from app.translations.wording_cache import wording_cache
from app.web.forms.answers_field import AnswersField, confirm_name
from app.web.forms.base import Problem, VersionedForm, question_label
from app.web.request.language import translate as _

# To go on, every question must be answered; to confirm is to confirm last time’s answers and to go on.
SAVE, CONTINUE, CONFIRM = "save", "continue", "confirm"
ACTIONS = (SAVE, CONTINUE, CONFIRM)


class PracticeForm(VersionedForm):
    """The form of one domain; a subclass made from its questions has a field for their answers."""

    action = HiddenField()
    answers_field: AnswersField

    questions: tuple[Question, ...] = ()

    def validate_action(self, field: Field) -> None:
        """Refuse a button that the page does not have."""
        if field.data not in ACTIONS:
            raise ValidationError(_("Choose “Save and continue” or “Save and return to the tasks”."))

    def answers(self, stored: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return the valid answers; a control that was not sent keeps what is stored."""
        return {
            id: self.answers_field.answer(id, answer, confirms=self._confirms(id, answer))
            for id, answer in ((each.id, stored.get(each.id, NO_ANSWER)) for each in self.questions)
            if self.answers_field.is_valid(id)
        }

    def _confirms(self, id: str, stored: Answer) -> bool:
        by_page = self.action.data == CONFIRM and not stored.reworded
        return by_page or id in self.answers_field.ticked

    @property
    def invalid_questions(self) -> tuple[Question, ...]:
        """Return the questions of which nothing is stored, because one of their controls has a fault."""
        return tuple(each for each in self.questions if not self.answers_field.is_valid(each.id))

    def blanks(self, answers: Mapping[str, Answer]) -> Iterator[Problem]:
        """Yield a problem for each question that has no answer yet, or only last time’s."""
        for question in self.questions:
            answer = answers.get(question.id, NO_ANSWER)
            if answer.is_confirmed or not self.answers_field.is_valid(question.id):
                continue
            control, sentence = question.id, _("%(question)s: choose an answer")
            if answer.carried:
                control, sentence = confirm_name(question.id), unconfirmed_sentence(answer)
            yield Problem(control, sentence % {"question": question_label(question)})


def unconfirmed_sentence(answer: Answer) -> str:
    """Return what to do about a carried answer, with a place for its question."""
    if answer.reworded:
        return _(
            "%(question)s: its wording has changed. Confirm last time’s answer with its tick, or change it"
        )
    return _("%(question)s: confirm last time’s answer, or change it")


@wording_cache
def practice_form(questions: tuple[Question, ...]) -> type[PracticeForm]:
    """Build the form class of some questions, once."""
    return type(
        "DomainForm", (PracticeForm,), {"questions": questions, "answers_field": AnswersField(questions)}
    )
