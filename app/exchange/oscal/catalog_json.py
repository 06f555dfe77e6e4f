"""oscal-catalog.json: one version of the questionnaire as an OSCAL catalogue, in both languages."""

from collections.abc import Iterator

from app.exchange import canonical_json
from app.exchange.oscal.entries import (
    NAMESPACE,
    OSCAL_VERSION,
    UNDATED,
    Entry,
    identify,
    moment,
    own_prop,
    own_props_in_both,
    prop,
)
from app.exchange.oscal.markdown import escape_line, escape_text, one_line
from app.exchange.oscal.practice_control import control_entry
from app.maturity.questionnaire import Domain, Guidance, Questionnaire


def write(questionnaire: Questionnaire) -> bytes:
    """Write a questionnaire; equal questionnaires give equal bytes."""
    return canonical_json.write({"catalog": as_dict(questionnaire)})


def as_dict(questionnaire: Questionnaire) -> Entry:
    """Return a questionnaire as a catalogue: domains are groups, practices are controls."""
    return {
        "uuid": str(identify("catalog", questionnaire.id, questionnaire.version)),
        "metadata": _metadata(questionnaire),
        "groups": [
            _group(domain, number, questionnaire) for number, domain in enumerate(questionnaire.domains, 1)
        ],
        **_back_matter(questionnaire),
    }


def _metadata(questionnaire: Questionnaire) -> Entry:
    published = moment(questionnaire.published or UNDATED)
    return {
        "title": escape_line(questionnaire.title.en),
        "published": published,
        "last-modified": published,
        "version": questionnaire.version,
        "oscal-version": OSCAL_VERSION,
        "document-ids": [{"scheme": NAMESPACE, "identifier": f"{questionnaire.id}-{questionnaire.version}"}],
        "props": [
            own_prop("language", "en"),
            own_prop("language", "fr"),
            *own_props_in_both("title", questionnaire.title),
            *(
                each
                for level, name in enumerate(questionnaire.levels)
                for each in own_props_in_both(f"level-{level}", name)
            ),
            *(
                each
                for level, meaning in enumerate(questionnaire.level_meanings)
                for each in own_props_in_both(f"level-{level}-meaning", meaning)
            ),
        ],
        "roles": [
            {
                "id": role,
                "title": escape_line(name.en),
                "props": own_props_in_both("title", name),
            }
            for role, name in questionnaire.owners.items()
        ],
        "remarks": "\n\n".join(escape_text(text) for text in _rule(questionnaire)),
    }


def _rule(questionnaire: Questionnaire) -> Iterator[str]:
    yield questionnaire.answering_rule.en
    yield questionnaire.answering_rule.fr


def _group(domain: Domain, number: int, questionnaire: Questionnaire) -> Entry:
    id = f"domain-{domain.letter.lower()}"
    return {
        "id": id,
        "class": "domain",
        "title": escape_line(domain.name.en),
        "props": [
            prop("label", domain.letter),
            prop("label", domain.name.fr, "fr"),
            prop("sort-id", f"{number:02d}"),
        ],
        "parts": [
            {"id": f"{id}_ovw", "name": "overview", "prose": escape_text(domain.intro.en)},
            {
                "id": f"{id}_fr.ovw",
                "name": "overview",
                "ns": NAMESPACE,
                "class": "fr",
                "title": escape_line(domain.name.fr),
                "props": [own_prop("language", "fr")],
                "prose": escape_text(domain.intro.fr),
            },
        ],
        "controls": [
            control_entry(question, f"{number:02d}-{place:02d}", questionnaire)
            for place, question in enumerate(domain.questions, start=1)
        ],
    }


def _back_matter(questionnaire: Questionnaire) -> Entry:
    cited = {id for domain in questionnaire.domains for each in domain.questions for id in each.guidance}
    found = [each for id, each in questionnaire.guidance.items() if id in cited]
    return {"back-matter": {"resources": [_resource(each) for each in found]}} if found else {}


def _resource(guidance: Guidance) -> Entry:
    parts = (guidance.issuer.en, guidance.title.en, guidance.identifier, guidance.year)
    entry: Entry = {
        "uuid": str(identify("guidance", guidance.id)),
        "title": escape_line(guidance.title.en),
        "description": escape_text(guidance.requires.en),
        "props": [prop("type", "external-guidance"), own_prop("label", guidance.id)],
        "citation": {"text": escape_line(", ".join(part for part in parts if part))},
        "remarks": escape_text(f"{guidance.issuer.fr}, {guidance.title.fr}\n{guidance.requires.fr}"),
    }
    if guidance.identifier:
        entry["document-ids"] = [{"identifier": one_line(guidance.identifier)}]
    if guidance.address:
        entry["rlinks"] = [{"href": guidance.address}]
    return entry
