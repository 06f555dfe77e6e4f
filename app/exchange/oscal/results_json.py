"""oscal-results.json: one assessment as OSCAL assessment results."""

from collections.abc import Iterator

from app.exchange import canonical_json
from app.exchange.oscal import document_head as head
from app.exchange.oscal.assessed import AssessedContent
from app.exchange.oscal.entries import Entry, identify_content, moment, own_prop, yes_or_no
from app.exchange.oscal.findings import finding_entry, observation_entry
from app.exchange.oscal.markdown import escape_line, escape_text
from app.exchange.oscal.practice_control import control_id
from app.exchange.oscal.risks import risk_entry
from app.maturity.scorecard import Scorecard


def write(content: AssessedContent) -> bytes:
    """Write the results; equal content gives equal bytes."""
    body: Entry = {
        "metadata": head.metadata(content.wording._("Assessment results"), content),
        "import-ap": {"href": f"#{content.name('method')}"},
        "results": [_result(content)],
        "back-matter": head.back_matter((head.method_resource(content), head.catalog_resource(content))),
    }
    uuid = str(identify_content(body, content.uuid))
    return canonical_json.write({"assessment-results": {"uuid": uuid, **body}})


def _result(content: AssessedContent) -> Entry:
    _ = content.wording._
    entry: Entry = {
        "uuid": content.name_today("result"),
        "title": escape_line(_("Self-assessment")),
        "description": escape_text(_("The organisation’s own account of itself. Nobody has audited it.")),
        "start": moment(content.made_on),
    }
    # Results that are not complete have no end yet.
    if content.card.completed_on:
        entry["end"] = moment(content.card.completed_on, "end")
    entry["props"] = list(_scores(content.card))
    entry["local-definitions"] = {"assessment-assets": head.assessment_assets(content)}
    entry["reviewed-controls"] = {"control-selections": [_selection(content)]}
    lists = {
        "observations": [
            observation_entry(question, answer, content) for question, answer in content.answered
        ],
        "risks": [risk_entry(each, content, with_plan=False) for each in content.card.recommendations],
        "findings": [
            finding_entry(question, answer, content)
            for question, answer in content.answered
            if answer.applies
        ],
    }
    # The schema refuses a list without an entry.
    return {**entry, **{name: entries for name, entries in lists.items() if entries}}


def _selection(content: AssessedContent) -> Entry:
    """Return which controls were asked; those that do not apply are excluded, as OSCAL has no such state."""
    assessment = content.card.assessment
    asked = content.card.questionnaire.questions_in(assessment.profile.variant)
    excluded = [each for each in asked if each in content.card.not_applicable]
    # The schema refuses a selection that includes nothing.
    included = [each for each in asked if each not in excluded] or asked
    lists = {"include-controls": included, "exclude-controls": excluded}
    return {
        name: [{"control-id": control_id(question)} for question in questions]
        for name, questions in lists.items()
        if questions
    }


def _scores(card: Scorecard) -> Iterator[Entry]:
    yield own_prop("variant", card.assessment.profile.variant)
    yield own_prop("complete", yes_or_no(card.complete))
    yield own_prop("answered", card.answered)
    yield own_prop("asked", card.asked)
    if card.overall.score is not None and card.overall.level is not None:
        yield own_prop("overall-exact", card.overall.score.exact)
        yield own_prop("overall-rounded", card.overall.score.rounded)
        yield own_prop("overall-level", card.overall.level.key.replace("_", "-"))
    for question in card.overall.failing_gates:
        yield own_prop("failing-gate", question.id)
    for domain in card.domains:
        letter = domain.domain.letter.lower()
        yield own_prop("domain-target", card.assessment.target(domain.domain.letter), letter)
        if domain.score is not None and domain.level is not None:
            yield own_prop("domain-score-exact", domain.score.exact, letter)
            yield own_prop("domain-score-rounded", domain.score.rounded, letter)
            yield own_prop("domain-level", domain.level.key.replace("_", "-"), letter)
