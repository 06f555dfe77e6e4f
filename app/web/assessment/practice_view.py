"""What a domain page shows: every question with what was typed or stored, what is wrong, and what changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.maturity.answers import Answer
from app.maturity.iso_dates import parse_iso_day
from app.maturity.questionnaire import Question
from app.web.assessment.practice_form import PracticeForm
from app.web.forms.answers_field import control_names


@dataclass(frozen=True, slots=True)
class PracticeView:
    """One question on its page. ``saved`` is what somebody else stored meanwhile, if it differs."""

    question: Question
    choice: str
    comment: str
    evidence: str
    evidence_date: str
    errors: Mapping[str, str]
    theirs: Answer | None = None

    @property
    def has_valid_date(self) -> bool:
        """Say whether a date control can hold what was typed; if not, it is shown as text."""
        try:
            return not self.evidence_date or bool(parse_iso_day(self.evidence_date))
        except ValueError:
            return False

    @property
    def is_open(self) -> bool:
        """Say whether the comment and evidence are shown unfolded."""
        return bool(
            self.comment or self.evidence or self.evidence_date or set(self.errors) - {self.question.id}
        )


def blank_view(question: Question) -> PracticeView:
    """Return the view of a question that nobody has answered."""
    return _view(question, Answer(), {})


def stored_views(questions: tuple[Question, ...], answers: Mapping[str, Answer]) -> list[PracticeView]:
    """Show the questions as they are stored."""
    return [_view(question, answers.get(question.id, Answer()), {}) for question in questions]


def submitted_views(
    form: PracticeForm, answers: Mapping[str, Answer], errors: Mapping[str, str], *, conflict: bool = False
) -> list[PracticeView]:
    """Show the questions as they were typed; after a conflict, beside what is stored where it differs."""
    views = []
    for question in form.questions:
        stored = answers.get(question.id, Answer())
        typed = form.answers_field.inputs[question.id]
        shown = _view(question, stored, errors)
        held = (shown.choice, shown.comment, shown.evidence, shown.evidence_date)
        values = [old if new is None else new for new, old in zip(typed, held, strict=True)]
        differs = conflict and tuple(values) != held
        choice, comment, evidence, day = values
        saved = stored if differs else None
        views.append(PracticeView(question, choice, comment, evidence, day, shown.errors, saved))
    return views


def _view(question: Question, answer: Answer, errors: Mapping[str, str]) -> PracticeView:
    day = answer.evidence_date.isoformat() if answer.evidence_date else ""
    own = {name: errors[name] for name in control_names(question.id) if name in errors}
    return PracticeView(question, answer.choice or "", answer.comment, answer.evidence, day, own)
