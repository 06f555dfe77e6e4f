"""The answers of a page as one field: four controls for each question, read and validated together.

With four fields for each question a page had 27, and binding them was a third of the cost of a save.
"""

from collections.abc import Sequence
from typing import Any

from wtforms import Field
from wtforms.form import BaseForm

from app.maturity.answers import COMMENT_LIMIT, Answer, confirmed
from app.maturity.clean_text import clean, clean_line
from app.maturity.questionnaire import Question
from app.translations import N_
from app.translations.number_words import group_digits
from app.translations.wording_cache import wording_cache
from app.web.forms import typed_day
from app.web.forms.base import question_label, unexpected_field_sentence
from app.web.request.clock import latest_day
from app.web.request.language import current
from app.web.request.language import translate as _


@wording_cache
def control_names(id: str) -> tuple[str, str, str, str]:
    """Return the names of a question's four controls: choice, comment, evidence and its date."""
    return id, f"{id}-comment", f"{id}-evidence", f"{id}-evidence-date"


@wording_cache
def confirm_name(id: str) -> str:
    """Return the name of the tick that confirms last time’s answer to a question."""
    return f"{id}-confirm"


# The controls of a question that is asked without evidence are the first of them: choice and comment.
_WITHOUT_EVIDENCE = 2

# What was typed in a question's four controls; None for one that was not sent.
ControlInputs = tuple[str | None, str | None, str | None, str | None]


class AnswersField(Field):
    """The controls of a page's questions: ``inputs`` by the question's id, ``faults`` by the control's.

    ``ticked`` holds the ids of the questions whose carried answer is confirmed by a tick. Without evidence a
    question has two controls, and nothing is carried.
    """

    def __init__(
        self,
        questions: tuple[Question, ...],
        *,
        asks_evidence: bool = True,
        **binding: Any,  # noqa: ANN401  what WTForms passes on
    ) -> None:
        super().__init__(**binding)
        self.questions = questions
        last = None if asks_evidence else _WITHOUT_EVIDENCE
        self.controls = tuple(
            name
            for question in questions
            for name in (*control_names(question.id), confirm_name(question.id))[:last]
        )
        self._asked = frozenset(self.controls)
        self.ticked: frozenset[str] = frozenset()
        self.inputs: dict[str, ControlInputs] = {}
        self.faults: dict[str, str] = {}
        self._repeated: set[str] = set()
        self._strange: frozenset[str] = frozenset()

    def process(self, formdata: Any, data: object = None, extra_filters: Sequence[Any] | None = None) -> None:  # noqa: ANN401  as WTForms declares it
        """Read the controls, and clean their texts."""
        for question in self.questions:
            names = control_names(question.id)
            sent = [formdata.getlist(name) if formdata and name in self._asked else [] for name in names]
            choice, comment, evidence, day = sent
            self.inputs[question.id] = (
                choice[0] if choice else None,
                clean(comment[0]) if comment else None,
                clean(evidence[0]) if evidence else None,
                clean_line(day[0]) if day else None,
            )
            self._repeated.update(name for name, values in zip(names, sent, strict=True) if len(values) > 1)
        ticks = {
            each.id: formdata.getlist(confirm_name(each.id)) if formdata else []
            for each in self.questions
            if confirm_name(each.id) in self._asked
        }
        self.ticked = frozenset(id for id, values in ticks.items() if values == ["yes"])
        self._strange = frozenset(id for id, values in ticks.items() if values not in ([], ["yes"]))

    def validate(self, form: BaseForm, extra_validators: Sequence[Any] = ()) -> bool:
        """Collect the fault of each control, in the order of the page."""
        for question in self.questions:
            faults = _faults(question, self.inputs[question.id])
            for name, fault in zip(control_names(question.id), faults, strict=True):
                if fault or name in self._repeated:
                    self.faults[name] = fault or unexpected_field_sentence(name)
            if question.id in self._strange:
                name = confirm_name(question.id)
                self.faults[name] = unexpected_field_sentence(name)
        self.errors = tuple(self.faults.values())
        return not self.faults

    def is_valid(self, id: str) -> bool:
        """Return whether the controls of a question have no fault."""
        return not self.faults or self.faults.keys().isdisjoint((*control_names(id), confirm_name(id)))

    def answer(self, id: str, stored: Answer, *, confirms: bool = False) -> Answer:
        """Return a valid answer; a control that was not sent keeps what is stored, an empty one clears it.

        A carried answer stays carried if nothing in it was changed, unless the form ``confirms`` it.
        """
        choice, comment, evidence, day = self.inputs[id]
        answer = Answer(
            choice=stored.choice if choice is None else choice or None,
            comment=stored.comment if comment is None else comment,
            evidence=stored.evidence if evidence is None else evidence,
            evidence_date=stored.evidence_date if day is None else typed_day.read_day(day).day,
        )
        is_unchanged = answer == confirmed(stored)
        return stored if is_unchanged and not confirms else answer


def _faults(question: Question, typed: ControlInputs) -> tuple[str | None, ...]:
    choice, comment, evidence, day = typed
    faults = (_choice(choice, question), _comment(comment), _evidence(evidence), _day(day))
    return tuple(fault and fault % {"question": question_label(question)} for fault in faults)


def _choice(typed: str | None, question: Question) -> str | None:
    # An empty choice clears the answer.
    if typed is None or typed in ("", *question.choices):
        return None
    return _("%(question)s: choose one of the answers on the page")


def _comment(typed: str | None) -> str | None:
    return _too_long(
        typed, N_("%(question)s: shorten the comment to %(limit)s characters; it has %(length)s")
    )


def _evidence(typed: str | None) -> str | None:
    return _too_long(
        typed, N_("%(question)s: shorten the evidence to %(limit)s characters; it has %(length)s")
    )


def _too_long(typed: str | None, sentence: str) -> str | None:
    if typed is None or len(typed) <= COMMENT_LIMIT:
        return None
    reader = current()
    limit, length = group_digits(COMMENT_LIMIT, reader), group_digits(len(typed), reader)
    return _(sentence) % {"question": "%(question)s", "limit": limit, "length": length}


# By the part that is missing.
_NO_DAY = {
    "": N_("%(question)s: enter a real date, for example 1 10 2026"),
    typed_day.DAY: N_("%(question)s: the date of the evidence must include a day"),
    typed_day.YEAR: N_("%(question)s: the date of the evidence must include a year"),
}


def _day(typed: str | None) -> str | None:
    if not typed:
        return None
    read = typed_day.read_day(typed)
    if read.day is None:
        return _(_NO_DAY[read.missing])
    if read.day > latest_day():
        return _("%(question)s: the date of the evidence cannot be in the future")
    return None
