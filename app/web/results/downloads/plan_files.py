"""The files for spreadsheets and calendars: the workbook, and the plan in each form."""

from datetime import date

from flask import Response

from app.exchange.plan_files import plan_csv, plan_ics, plan_ods, plan_todo_ics
from app.exchange.plan_files.plan_ics import ReviewEvent
from app.exchange.workbook import workbook_xlsx
from app.exchange.workbook.workbook_xlsx import WorkbookContent
from app.maturity.review import review_day
from app.maturity.rounds.history import RoundHistory
from app.report.rounds.change_words import finding
from app.translations.wording import Wording
from app.web.request import language, rate_limits
from app.web.request.files import assessment_response
from app.web.results.shown_results import ShownResults

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
# A file that nothing dates has the day of a PDF that nothing dates.
_UNDATED = date(2000, 1, 1)


def workbook(shown: ShownResults) -> Response:
    """Send the workbook; a link for results only gets it without the sheet of answers, and without notes."""
    rate_limits.hit_pdf_limit(shown.id)
    wording = _wording(shown)
    content = WorkbookContent(
        shown.card,
        _made_on(shown),
        shown.plan,
        shown.history.closed,
        _finding(shown.history, wording),
        shown.shows_answers,
    )
    return assessment_response(
        workbook_xlsx.write(content, wording), _XLSX, shown.assessment, _name("workbook"), "xlsx"
    )


def plan_table(shown: ShownResults) -> Response:
    """Send the plan as a CSV."""
    content = plan_csv.write(shown.plan, _wording(shown))
    return assessment_response(content, "text/csv", shown.assessment, _name("plan"), "csv")


def plan_sheet(shown: ShownResults) -> Response:
    """Send the plan for LibreOffice."""
    content = plan_ods.write(shown.plan, _wording(shown), _made_on(shown))
    return assessment_response(content, _ODS, shown.assessment, _name("plan"), "ods")


def plan_events(shown: ShownResults) -> Response:
    """Send the plan as events of a calendar, with one for the next review."""
    content = plan_ics.write(shown.plan, _wording(shown), _made_on(shown), _review(shown))
    return assessment_response(content, "text/calendar", shown.assessment, _name("plan"), "ics")


def plan_todos(shown: ShownResults) -> Response:
    """Send the plan as the to-dos of a calendar."""
    content = plan_todo_ics.write(shown.plan, _wording(shown), _made_on(shown))
    return assessment_response(content, "text/calendar", shown.assessment, _name("plan-todo"), "ics")


PLAN_FILES = {
    "files/workbook.xlsx": workbook,
    "files/plan.csv": plan_table,
    "files/plan.ods": plan_sheet,
    "files/plan.ics": plan_events,
    "files/plan-todo.ics": plan_todos,
}


def _wording(shown: ShownResults) -> Wording:
    return language.wording(shown.questionnaire)


def _name(what: str) -> str:
    return f"{what}-{language.current()}"


def _made_on(shown: ShownResults) -> date:
    """Return the day of completion or, before it, of the last round or of the latest evidence."""
    return shown.last_completion or shown.assessment.effective_date or _UNDATED


def _finding(history: RoundHistory, wording: Wording) -> str | None:
    if history.comparison is None or history.since is None:
        return None
    return finding(history.comparison, history.since, wording)


def _review(shown: ShownResults) -> ReviewEvent | None:
    day = review_day(shown.review, shown.last_completion)
    return ReviewEvent(shown.assessment_id, day, shown.review.revision) if day else None
