"""What is asked of one role: the page that its owner can be sent to."""

from dataclasses import dataclass

from flask import Blueprint
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.report.tasks_content import TasksContent, build_tasks_content
from app.storage.sealing.roles import VIEWER
from app.web import access
from app.web.request import language
from app.web.results.advice import Advice
from app.web.results.results import load_view, render_results
from app.web.results.results_view import ResultsView


@dataclass(frozen=True, slots=True)
class AskedPage:
    """The page of a role: its words, and its recommendations in words."""

    owner: str
    content: TasksContent
    advice: tuple[Advice, ...]


bp = Blueprint("asked", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/results/for/<owner>")
def asked(id: str, owner: str) -> ResponseReturnValue:
    """Show the recommendations of the practices that a role owns."""
    opened = access.opened(id, VIEWER)
    if owner not in opened.questionnaire.owners:
        raise NotFound
    view = load_view(opened)
    return render_results("results/asked.html", opened, view, "asked", asked=asked_page(view, owner))


def asked_page(view: ResultsView, owner: str) -> AskedPage:
    """Return what the page of a role shows besides the results."""
    content = build_tasks_content(view.card, owner, view.wording)
    advice = tuple(each for each in view.advice if each.recommendation in content.recommendations)
    return AskedPage(owner, content, advice)
