"""The observation of each answer, and the finding of each that counts, as OSCAL has them."""

from app.exchange.oscal.assessed import AssessedContent
from app.exchange.oscal.entries import Entry, moment, own_prop, yes_or_no
from app.exchange.oscal.markdown import escape_line, escape_text
from app.exchange.oscal.practice_control import objective_id
from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.translations.answer_words import statement_words


def observation_entry(question: Question, answer: Answer, content: AssessedContent) -> Entry:
    """Return an answer as an observation: what was stated on the day, with comment and evidence."""
    organisation = content.name("party")
    entry: Entry = {
        "uuid": content.name_today("observation", question.id),
        "title": escape_line(content.heading(question)),
        "description": escape_text(statement_words(question, answer, content.wording)),
        "props": [own_prop("practice", question.id), *_answer_props(answer)],
        "methods": ["INTERVIEW"],
        "types": ["control-objective"],
        "origins": [origin(content)],
        "subjects": [{"subject-uuid": organisation, "type": "party"}],
    }
    if content.shows_answers and answer.evidence:
        dated = answer.evidence_date
        props = {"props": [own_prop("evidence-date", dated.isoformat())]} if dated else {}
        entry["relevant-evidence"] = [{"description": escape_text(answer.evidence), **props}]
    entry["collected"] = moment(content.made_on)
    if content.shows_answers and answer.comment:
        entry["remarks"] = escape_text(answer.comment)
    return entry


def finding_entry(question: Question, answer: Answer, content: AssessedContent) -> Entry:
    """Return an answer that counts as a finding: satisfied if its level reaches the target of its domain.

    OSCAL knows satisfied and not satisfied alone, so the level and “we don’t know” are properties.
    """
    target = content.card.assessment.target(question.domain_letter)
    title = escape_line(content.heading(question))
    satisfied = answer.points >= target
    entry: Entry = {
        "uuid": content.name_today("finding", question.id),
        "title": title,
        "description": escape_text(statement_words(question, answer, content.wording)),
        "props": [
            own_prop("practice", question.id),
            *_answer_props(answer),
            own_prop("level-name", content.wording.level_name(answer.points)),
            own_prop("target-level", target),
            own_prop("gate", yes_or_no(question.gate)),
        ],
        "origins": [origin(content)],
        "target": {
            "type": "objective-id",
            "target-id": objective_id(question),
            "title": title,
            "status": {
                "state": "satisfied" if satisfied else "not-satisfied",
                "reason": "other" if answer.is_unknown else "pass" if satisfied else "fail",
            },
            "implementation-status": {"state": _implementation(answer, target)},
        },
        "related-observations": [{"observation-uuid": content.name_today("observation", question.id)}],
    }
    if question.id in content.recommended:
        entry["related-risks"] = [{"risk-uuid": content.name("risk", question.id)}]
    return entry


def origin(content: AssessedContent) -> Entry:
    """Return the organisation as the source of what it says of itself."""
    return {"actors": [{"type": "party", "actor-uuid": content.name("party")}]}


def _implementation(answer: Answer, target: int) -> str:
    if answer.points >= target:
        return "implemented"
    return "partial" if answer.points else "planned"


def _answer_props(answer: Answer) -> list[Entry]:
    kind = "unknown" if answer.is_unknown else "level" if answer.applies else "not-applicable"
    props = [own_prop("answer", kind)]
    if answer.applies:
        props.append(own_prop("level", answer.points))
    # An answer of the last round that nobody has confirmed yet.
    if answer.carried:
        props.append(own_prop("carried", "yes"))
    return props
