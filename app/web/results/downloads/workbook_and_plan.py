"""The files for other programs: the workbook, the plan in each form, results for OSCAL and CISO Assistant."""

from collections.abc import Callable, Mapping

from flask import Response

from app.report.plan import file_content
from app.report.plan.file_content import PlanFile, PlanFileContent
from app.storage.sealing.errors import ForbiddenError
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
    "tasks-csv": ("text/csv", "plan-tasks", "csv"),
    "oscal-results": ("application/json", "oscal-results", "json"),
    "oscal-poam": ("application/json", "oscal-poam", "json"),
    "ciso-csv": ("text/csv", "ciso-assistant", "csv"),
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


def plan_tasks(shown: ShownResults) -> Response:
    """Send the open actions or, without a plan, the recommendations, as rows for a tracker."""
    return _send(shown, "tasks-csv")


def oscal_results(shown: ShownResults) -> Response:
    """Send the results as OSCAL assessment results, which hold every answer."""
    return _send_with_answers(shown, "oscal-results")


def oscal_poam(shown: ShownResults) -> Response:
    """Send what to do as an OSCAL POA&M; a link for results only gets it without comments and evidence."""
    return _send(shown, "oscal-poam")


def ciso_answers(shown: ShownResults) -> Response:
    """Send the answers for CISO Assistant."""
    return _send_with_answers(shown, "ciso-csv")


PLAN_FILES: Mapping[str, Callable[[ShownResults], Response]] = {
    "files/workbook.xlsx": workbook,
    "files/plan.csv": plan_table,
    "files/plan.ods": plan_sheet,
    "files/plan.ics": plan_events,
    "files/plan-todo.ics": plan_todos,
    "files/plan-tasks.csv": plan_tasks,
    "files/oscal-results.json": oscal_results,
    "files/oscal-poam.json": oscal_poam,
    "files/ciso-assistant.csv": ciso_answers,
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


def _send_with_answers(shown: ShownResults, form: PlanFile) -> Response:
    if not shown.shows_answers:
        raise ForbiddenError
    return _send(shown, form)
