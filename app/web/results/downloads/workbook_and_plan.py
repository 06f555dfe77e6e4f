"""The files for spreadsheets and calendars: the workbook, and the plan in each form."""

from collections.abc import Callable, Mapping

from flask import Response

from app.report.plan import file_content
from app.report.plan.file_content import PlanFile, PlanFileContent
from app.web.request import language, rate_limits
from app.web.request.files import assessment_response
from app.web.results.shown_results import ShownResults

# The media type of each, and its name in two parts.
_FORMS: Mapping[PlanFile, tuple[str, str, str]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "workbook", "xlsx"),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", "plan", "ods"),
    "csv": ("text/csv", "plan", "csv"),
    "ics": ("text/calendar", "plan", "ics"),
    "ics-todo": ("text/calendar", "plan-todo", "ics"),
}


def workbook(shown: ShownResults) -> Response:
    """Send the workbook; a link for results only gets it without the sheet of answers, and without notes."""
    rate_limits.hit_pdf_limit(shown.assessment_id)
    return _send(shown, "xlsx")


def plan_table(shown: ShownResults) -> Response:
    """Send the plan as a CSV."""
    return _send(shown, "csv")


def plan_sheet(shown: ShownResults) -> Response:
    """Send the plan for LibreOffice."""
    return _send(shown, "ods")


def plan_events(shown: ShownResults) -> Response:
    """Send the plan as events of a calendar, with one for the next review."""
    return _send(shown, "ics")


def plan_todos(shown: ShownResults) -> Response:
    """Send the plan as the to-dos of a calendar."""
    return _send(shown, "ics-todo")


PLAN_FILES: Mapping[str, Callable[[ShownResults], Response]] = {
    "files/workbook.xlsx": workbook,
    "files/plan.csv": plan_table,
    "files/plan.ods": plan_sheet,
    "files/plan.ics": plan_events,
    "files/plan-todo.ics": plan_todos,
}


def _send(shown: ShownResults, form: PlanFile) -> Response:
    content = PlanFileContent(
        shown.card,
        language.wording(shown.questionnaire),
        shown.assessment_id,
        shown.plan,
        shown.history,
        shown.review,
        shown.last_completion,
        shown.shows_answers,
    )
    kind, what, extension = _FORMS[form]
    return assessment_response(
        file_content.write(content, form),
        kind,
        shown.assessment,
        f"{what}-{language.current()}",
        extension,
    )
