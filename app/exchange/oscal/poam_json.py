"""oscal-poam.json: recommendations and plan as an OSCAL plan of action and milestones (POA&M)."""

from collections.abc import Iterator

from app.exchange import canonical_json
from app.exchange.oscal import document_head as head
from app.exchange.oscal.assessed import AssessedContent
from app.exchange.oscal.entries import Entry, identify_content, own_prop
from app.exchange.oscal.findings import finding_entry, observation_entry
from app.exchange.oscal.markdown import escape_line, escape_text
from app.exchange.oscal.risks import action_props, risk_entry, steps_text
from app.maturity.plan.action import Action
from app.maturity.recommendation import Recommendation


def write(content: AssessedContent) -> bytes:
    """Write the plan of action; equal content gives equal bytes."""
    below = [
        (question, answer) for question, answer in content.answered if question.id in content.recommended
    ]
    lists = {
        "observations": [observation_entry(question, answer, content) for question, answer in below],
        "risks": [risk_entry(each, content, with_plan=True) for each in content.card.recommendations],
        "findings": [finding_entry(question, answer, content) for question, answer in below],
    }
    body: Entry = {
        "metadata": head.metadata(content.wording._("Action plan"), content),
        # There is no system security plan to import, so the assessment is named instead.
        "system-id": {"identifier-type": "http://ietf.org/rfc/rfc4122", "id": str(content.uuid)},
        "local-definitions": {"assessment-assets": head.assessment_assets(content)},
        **{name: entries for name, entries in lists.items() if entries},
        "poam-items": list(_items(content)) or [_nothing_to_do(content)],
        "back-matter": head.back_matter((head.catalog_resource(content),)),
    }
    uuid = str(identify_content(body, content.uuid))
    return canonical_json.write({"plan-of-action-and-milestones": {"uuid": uuid, **body}})


def _items(content: AssessedContent) -> Iterator[Entry]:
    for each in content.card.recommendations:
        yield _recommended(each, content)
    for action in content.plan:
        if action.state != "dropped" and action.practice not in content.recommended:
            yield _planned(action, content)


def _recommended(each: Recommendation, content: AssessedContent) -> Entry:
    id, due = each.question.id, content.due(each)
    return {
        "uuid": content.name("item", id),
        "title": escape_line(content.heading(each.question)),
        "description": steps_text(each, content),
        "props": [
            own_prop("practice", id),
            own_prop("rank", each.rank),
            own_prop("owner", each.question.owner),
            # An item has no day of its own: the deadline is that of its risk.
            *((own_prop("due", due.isoformat()),) if due else ()),
        ],
        "related-findings": [{"finding-uuid": content.name_today("finding", id)}],
        "related-observations": [{"observation-uuid": content.name_today("observation", id)}],
        "related-risks": [{"risk-uuid": content.name("risk", id)}],
    }


def _planned(action: Action, content: AssessedContent) -> Entry:
    """Return an action that answers no recommendation of these results."""
    entry: Entry = {
        "uuid": content.name("action", action.id),
        "title": escape_line(action.title),
        "description": escape_text(action.note or action.title),
        "props": action_props(action),
    }
    if action.practice:
        entry["props"] = [own_prop("practice", action.practice), *action_props(action)]
    return entry


def _nothing_to_do(content: AssessedContent) -> Entry:
    """Return the one item of a plan without any: the schema refuses an empty list."""
    sentence = content.wording._("No practice that was answered is below its target, and the plan is empty.")
    return {
        "uuid": content.name_today("nothing-to-do"),
        "title": escape_line(content.wording._("Nothing to do")),
        "description": escape_text(sentence),
    }
