"""The files of results for other programs, each by a short name: for pages and commands alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.exchange.ciso_assistant import answers_csv
from app.exchange.oscal import poam_json, results_json
from app.exchange.oscal.assessed import AssessedContent
from app.exchange.plan_files import plan_csv, plan_ics, plan_ods, plan_tasks_csv, plan_todo_ics
from app.exchange.plan_files.columns import COLUMNS, WITHOUT_NOTES, PlanColumn
from app.exchange.plan_files.plan_ics import ReviewEvent
from app.exchange.workbook import workbook_xlsx
from app.exchange.workbook.workbook_xlsx import WorkbookContent
from app.maturity.plan.plan import Plan
from app.maturity.review import USUAL_REVIEW, ReviewChoice, review_day
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.report.rounds.trend_words import trend_finding
from app.translations.wording import Wording

PlanFile = Literal[
    "xlsx", "ods", "csv", "tasks-csv", "ics", "ics-todo", "oscal-results", "oscal-poam", "ciso-csv"
]

# A file that nothing dates has the day of a PDF that nothing dates.
_UNDATED = date(2000, 1, 1)


@dataclass(frozen=True)
class PlanFileContent:
    """What the files show: results, plan and rounds, and the next review.

    ``id`` names the assessment in the event of the review. ``last_completion`` is the day of completion, of
    an interim result that of the last round.
    """

    card: Scorecard
    wording: Wording = field(repr=False)
    id: str
    plan: Plan = field(default=(), repr=False)
    history: RoundHistory = NO_HISTORY
    review: ReviewChoice = USUAL_REVIEW
    last_completion: date | None = None
    shows_answers: bool = True

    @property
    def made_on(self) -> date:
        """Return the day of the file: of the completion or, before it, of the latest evidence."""
        return self.last_completion or self.card.assessment.effective_date or _UNDATED

    @property
    def columns(self) -> Sequence[PlanColumn]:
        """Return the columns of the plan: without notes for who may not see them."""
        return COLUMNS if self.shows_answers else WITHOUT_NOTES

    @property
    def review_event(self) -> ReviewEvent | None:
        """Return the event of the next review, or None before the first completion."""
        day = review_day(self.review, self.last_completion)
        return ReviewEvent(self.id, day, self.review.revision) if day else None


def write(content: PlanFileContent, kind: PlanFile) -> bytes:
    """Write one of the files; equal content gives equal bytes."""
    return _WRITERS[kind](content)


def _workbook(content: PlanFileContent) -> bytes:
    shown = WorkbookContent(
        content.card,
        content.made_on,
        content.plan,
        content.history.closed,
        trend_finding(content.history, content.wording),
        content.shows_answers,
    )
    return workbook_xlsx.write(shown, content.wording)


def _assessed(content: PlanFileContent) -> AssessedContent:
    return AssessedContent(
        content.card, content.wording, content.id, content.made_on, content.plan, content.shows_answers
    )


_WRITERS: Mapping[PlanFile, Callable[[PlanFileContent], bytes]] = {
    "xlsx": _workbook,
    "ods": lambda content: plan_ods.write(content.plan, content.wording, content.made_on, content.columns),
    "csv": lambda content: plan_csv.write(content.plan, content.wording, content.columns),
    "ics": lambda content: plan_ics.write(
        content.plan, content.wording, content.made_on, content.review_event
    ),
    "ics-todo": lambda content: plan_todo_ics.write(content.plan, content.wording, content.made_on),
    "tasks-csv": lambda content: plan_tasks_csv.write(content.card, content.plan, content.wording),
    "oscal-results": lambda content: results_json.write(_assessed(content)),
    "oscal-poam": lambda content: poam_json.write(_assessed(content)),
    "ciso-csv": lambda content: answers_csv.write(content.card, content.wording),
}
