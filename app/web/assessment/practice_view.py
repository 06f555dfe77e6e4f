"""What a domain page shows of every question: the typed or stored answer, its errors, a conflicting one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.maturity.answers import NO_ANSWER, Answer
from app.maturity.questionnaire import Question
from app.maturity.rounds.new_round import has_stale_evidence
from app.translations.dates import format_day
from app.web.assessment.practice_form import PracticeForm
from app.web.forms.answers_field import confirm_name, control_names
from app.web.forms.typed_day import read_day
from app.web.request.language import current


@dataclass(frozen=True, slots=True)
class PracticeView:
    """One question on its page; ``theirs`` is what somebody else stored meanwhile, if it differs.

    ``carried`` is last time’s answer until it is confirmed, which the form does if ``is_ticked``.
    ``stale_since`` is the day of evidence that was too old when the round began.
    """

    question: Question
    choice: str
    comment: str
    evidence: str
    evidence_date: str
    errors: Mapping[str, str]
    theirs: Answer | None = None
    carried: Answer | None = None
    is_ticked: bool = False
    stale_since: date | None = None

    @property
    def can_be_cleared(self) -> bool:
        """Return whether the form holds an answer, which the person may want to take back."""
        return self.choice in self.question.choices

    @property
    def is_open(self) -> bool:
        """Return whether the comment and evidence are shown unfolded."""
        own = {self.question.id, confirm_name(self.question.id)}
        return bool(self.comment or self.evidence or self.evidence_date or set(self.errors) - own)


def blank_view(question: Question) -> PracticeView:
    """Return the view of a question that nobody has answered."""
    return _view(question, NO_ANSWER, {})


def stored_views(
    questions: tuple[Question, ...], answers: Mapping[str, Answer], begun_on: date | None
) -> list[PracticeView]:
    """Return the views of questions as they are stored, in a round that began on a day or is the first."""
    return [_view(question, answers.get(question.id, NO_ANSWER), {}, begun_on) for question in questions]


def submitted_views(
    form: PracticeForm,
    answers: Mapping[str, Answer],
    errors: Mapping[str, str],
    begun_on: date | None,
    *,
    conflict: bool = False,
) -> list[PracticeView]:
    """Return the views of questions as sent; after a conflict, beside the stored answers that differ."""
    views = []
    for question in form.questions:
        stored = answers.get(question.id, NO_ANSWER)
        typed = form.answers_field.inputs[question.id]
        view = _view(question, stored, errors, begun_on)
        before = (view.choice, view.comment, view.evidence, view.evidence_date)
        values = [old if new is None else new for new, old in zip(typed, before, strict=True)]
        choice, comment, evidence, day = values
        # A day can be written in several ways: what counts is which day it is.
        differs = values[:-1] != list(before[:-1]) or not _names_day(day, stored.evidence_date)
        theirs, is_ticked = stored if conflict and differs else None, question.id in form.answers_field.ticked
        view = replace(view, choice=choice, comment=comment, evidence=evidence, evidence_date=day)
        views.append(replace(view, theirs=theirs, is_ticked=is_ticked))
    return views


def _names_day(typed: str, day: date | None) -> bool:
    return not typed if day is None else read_day(typed).day == day


def _view(
    question: Question, answer: Answer, errors: Mapping[str, str], begun_on: date | None = None
) -> PracticeView:
    day = format_day(answer.evidence_date, current()) if answer.evidence_date else ""
    names = (*control_names(question.id), confirm_name(question.id))
    own = {name: errors[name] for name in names if name in errors} if errors else errors
    return PracticeView(
        question,
        answer.choice or "",
        answer.comment,
        answer.evidence,
        day,
        own,
        carried=answer if answer.carried else None,
        stale_since=answer.evidence_date if begun_on and has_stale_evidence(answer, begun_on) else None,
    )
