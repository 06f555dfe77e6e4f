"""Each recommendation as a risk that is open, with what to do about it and by when."""

from app.exchange.oscal.assessed import AssessedContent
from app.exchange.oscal.entries import Entry, moment, own_prop, prop, yes_or_no
from app.exchange.oscal.findings import origin
from app.exchange.oscal.markdown import escape_line, escape_text
from app.maturity.plan.action import Action, owner_role
from app.maturity.recommendation import Recommendation


def risk_entry(each: Recommendation, content: AssessedContent, *, with_plan: bool) -> Entry:
    """Return a recommendation as a risk; ``with_plan`` adds what the plan says of it."""
    why = escape_text(content.wording.text(each.question.why))
    actions = planned_actions(each, content) if with_plan else ()
    entry: Entry = {
        "uuid": content.name("risk", each.question.id),
        "title": escape_line(content.heading(each.question)),
        "description": why,
        "statement": why,
        "props": [
            # Of OSCAL itself: 1 comes first.
            prop("priority", str(each.rank)),
            own_prop("practice", each.question.id),
            own_prop("gain", each.gain),
            own_prop("importance", each.importance),
            own_prop("priority-exact", each.priority),
            own_prop("effort", each.effort),
            own_prop("horizon-days", each.horizon_days),
            own_prop("gate", yes_or_no(each.gate)),
            own_prop("foundation", yes_or_no(each.foundation)),
        ],
        "status": "remediating" if any(_is_begun(action) for action in actions) else "open",
        "origins": [origin(content)],
    }
    if due := content.due(each):
        entry["deadline"] = moment(due, "end")
    entry["remediations"] = [_recommended(each, content), *_planned(each, actions, content)]
    entry["related-observations"] = [
        {"observation-uuid": content.name_today("observation", each.question.id)}
    ]
    return entry


def planned_actions(each: Recommendation, content: AssessedContent) -> tuple[Action, ...]:
    """Return the actions of the plan for a recommended practice, without those that were dropped."""
    return tuple(
        action for action in content.plan if action.practice == each.question.id and action.state != "dropped"
    )


def steps_text(each: Recommendation, content: AssessedContent) -> str:
    """Return the steps to the target as a numbered list."""
    return "\n".join(
        f"{number}. {escape_line(content.wording.text(step))}" for number, step in enumerate(each.actions, 1)
    )


def task_entry(action: Action, content: AssessedContent) -> Entry:
    """Return an action of the plan as a task."""
    role = owner_role(action, content.card.questionnaire)
    entry: Entry = {
        "uuid": content.name("action", action.id),
        "type": "action",
        "title": escape_line(action.title),
    }
    if action.note:
        entry["description"] = escape_text(action.note)
    entry["props"] = action_props(action)
    if action.due:
        entry["timing"] = {"on-date": {"date": moment(action.due, "end")}}
    if role:
        entry["responsible-roles"] = [{"role-id": role}]
    return entry


def action_props(action: Action) -> list[Entry]:
    """Return what OSCAL has no field for: state, person, the days, the language of the title."""
    props = [own_prop("state", action.state.replace("_", "-")), own_prop("language", action.lang)]
    if action.person:
        props.append(own_prop("person", action.person))
    if action.due:
        props.append(own_prop("due", action.due.isoformat()))
    if action.done_on:
        props.append(own_prop("done-on", action.done_on.isoformat()))
    return props


def _is_begun(action: Action) -> bool:
    return action.state in ("doing", "done")


def _recommended(each: Recommendation, content: AssessedContent) -> Entry:
    _ = content.wording._
    task: Entry = {
        "uuid": content.name("milestone", each.question.id),
        "type": "milestone",
        "title": escape_line(
            _("%(practice)s at level %(level)s") % {"practice": each.question.id, "level": each.target}
        ),
    }
    if due := content.due(each):
        task["timing"] = {"on-date": {"date": moment(due, "end")}}
    task["responsible-roles"] = [{"role-id": each.question.owner}]
    return {
        "uuid": content.name("recommendation", each.question.id),
        "lifecycle": "recommendation",
        "title": escape_line(_("Reach level %(level)s") % {"level": each.target}),
        "description": steps_text(each, content),
        "origins": [{"actors": [{"type": "tool", "actor-uuid": content.name("tool")}]}],
        "tasks": [task],
    }


def _planned(each: Recommendation, actions: tuple[Action, ...], content: AssessedContent) -> list[Entry]:
    if not actions:
        return []
    return [
        {
            "uuid": content.name("planned", each.question.id),
            "lifecycle": "completed" if all(action.state == "done" for action in actions) else "planned",
            "title": escape_line(content.wording._("Action plan")),
            "description": "\n".join(f"- {escape_line(action.title)}" for action in actions),
            "origins": [origin(content)],
            "tasks": [task_entry(action, content) for action in actions],
        }
    ]
