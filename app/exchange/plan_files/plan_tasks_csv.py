"""plan-tasks.csv: the open actions of the plan or, without a plan, the recommendations, for a tracker."""

import csv
import io
from collections.abc import Iterator

from app.exchange.plan_files.cell_text import guard
from app.maturity.outlook.next_step import due_day
from app.maturity.plan.action import Action, practice_of
from app.maturity.plan.plan import Plan
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.plan_words import STATE_NAMES, practice_words, role_words
from app.translations.wording import Wording

# Without punctuation, and with a Summary in each row, as Jira asks for. Jira takes one label from a column.
COLUMNS = ("Summary", "Description", "Due Date", "Priority", "Labels", "Role", "External ID")
# The longest summary that Jira takes.
SUMMARY_LIMIT = 255
_LABEL = "muster"
_PRIORITIES = {30: "High", 90: "Medium", 180: "Low"}
_DEFAULT_PRIORITY = "Medium"


def write(card: Scorecard, plan: Plan, wording: Wording) -> bytes:
    """Write the rows: UTF-8, separated by commas in both languages, days as ``2026-10-01``."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    rows.writerows(_actions(card, plan, wording) if plan else _recommendations(card, wording))
    return text.getvalue().encode()


def _actions(card: Scorecard, plan: Plan, wording: Wording) -> Iterator[tuple[str, ...]]:
    recommended = {each.question.id: each for each in card.recommendations}
    for action in plan:
        if not action.is_open:
            continue
        advice = recommended.get(action.practice or "")
        practice = practice_of(action, card.questionnaire)
        title = f"{practice.id} {action.title}" if practice else action.title
        yield (
            _summary(title),
            guard("\n".join(_action_lines(action, title, wording))),
            action.due.isoformat() if action.due else "",
            _PRIORITIES[advice.horizon_days] if advice else _DEFAULT_PRIORITY,
            _LABEL,
            role_words(action, wording),
            f"{_LABEL}-{action.id}",
        )


def _action_lines(action: Action, title: str, wording: Wording) -> Iterator[str]:
    _ = wording._
    if len(title) > SUMMARY_LIMIT:
        yield action.title
    for name, value in (
        (_("Practice"), practice_words(action, wording)),
        (_("Person"), action.person),
        (_("State"), _(STATE_NAMES[action.state])),
    ):
        if value:
            yield wording.label_value(name, value)
    if action.note:
        yield action.note


def _recommendations(card: Scorecard, wording: Wording) -> Iterator[tuple[str, ...]]:
    for each in card.recommendations:
        question = each.question
        yield (
            _summary(f"{question.id} {wording.text(question.name)}"),
            guard("\n".join(_steps(each, wording))),
            due_day(each, card, card.completed_on).isoformat() if card.completed_on else "",
            _PRIORITIES[each.horizon_days],
            _LABEL,
            wording.owner_name(question.owner),
            f"{_LABEL}-{question.id}",
        )


def _steps(each: Recommendation, wording: Wording) -> Iterator[str]:
    for number, step in enumerate(each.actions, start=1):
        yield f"{number}. {wording.text(step)}"
    yield wording.label_value(wording._("Target"), f"{each.target} {wording.level_name(each.target)}")


def _summary(title: str) -> str:
    guarded = guard(title)
    return guarded if len(guarded) <= SUMMARY_LIMIT else f"{guarded[: SUMMARY_LIMIT - 1]}…"
