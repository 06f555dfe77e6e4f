"""The form of a domain page: an answer to each question, and the button that was pressed."""

from collections.abc import Iterator, Mapping

from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.translations.wording_cache import wording_cache
from app.web.forms.answers_field import AnswersField
from app.web.forms.base import Problem, VersionedForm, question_label
from app.web.request.language import translate as _

ACTIONS = ("save", "continue")


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
            question.id: self.answers_field.answer(question.id, stored.get(question.id, Answer()))
            for question in self.questions
            if self.answers_field.is_valid(question.id)
        }

    @property
    def invalid_questions(self) -> tuple[Question, ...]:
        """Return the questions of which nothing is stored, because one of their controls has a fault."""
        return tuple(each for each in self.questions if not self.answers_field.is_valid(each.id))

    def blanks(self, answers: Mapping[str, Answer]) -> Iterator[Problem]:
        """Yield a problem for each question that has no answer yet."""
        for question in self.questions:
            if self.answers_field.is_valid(question.id) and not answers.get(question.id, Answer()).is_given:
                sentence = _("%(question)s: choose an answer") % {"question": question_label(question)}
                yield Problem(question.id, sentence)


@wording_cache
def practice_form(questions: tuple[Question, ...]) -> type[PracticeForm]:
    """Build the form class of some questions, once."""
    return type(
        "DomainForm", (PracticeForm,), {"questions": questions, "answers_field": AnswersField(questions)}
    )
