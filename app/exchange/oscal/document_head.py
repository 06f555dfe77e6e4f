"""What the OSCAL files of an assessment have in common: metadata, the tool, and where the method is."""

from collections.abc import Iterable

from app.exchange.oscal.assessed import AssessedContent
from app.exchange.oscal.entries import OSCAL_VERSION, Entry, identify, moment, own_prop, prop
from app.exchange.oscal.markdown import escape_line, one_line

# The role in which an organisation prepares its own assessment; OSCAL knows it by this name.
PREPARED_BY = "prepared-by"


def metadata(title: str, content: AssessedContent) -> Entry:
    """Return the metadata of a file: its title, day and language, the organisation and the roles."""
    _, card = content.wording._, content.card
    profile = card.assessment.profile
    organisation = one_line(profile.organisation)
    named = content.wording.label_value(title, organisation) if organisation else title
    party: Entry = {"uuid": content.name("party"), "type": "organization"}
    if organisation:
        party["name"] = organisation
    kinds = {
        "organisation-type": profile.organisation_type,
        "size-band": profile.size_band,
        "region": profile.region,
    }
    if any(kinds.values()):
        party["props"] = [own_prop(name, value) for name, value in kinds.items() if value]
    return {
        "title": escape_line(named),
        "last-modified": moment(content.made_on),
        "version": content.made_on.isoformat(),
        "oscal-version": OSCAL_VERSION,
        "props": [
            own_prop("language", content.wording.language),
            own_prop("questionnaire", f"{card.questionnaire.id}-{card.questionnaire.version}"),
        ],
        "links": [{"href": f"#{content.name('catalog')}", "rel": "reference"}],
        "roles": [
            *(
                {"id": role, "title": escape_line(content.wording.owner_name(role))}
                for role in card.questionnaire.owners
            ),
            {"id": PREPARED_BY, "title": escape_line(_("Organisation that assessed itself"))},
        ],
        "parties": [party],
        "responsible-parties": [{"role-id": PREPARED_BY, "party-uuids": [party["uuid"]]}],
    }


def assessment_assets(content: AssessedContent) -> Entry:
    """Return the program that scored as the tool that was used."""
    return {
        "components": [
            {
                "uuid": content.name("tool"),
                "type": "software",
                "title": "Muster",
                "description": escape_line(content.wording._("Scores the answers and ranks what to do.")),
                "status": {"state": "operational"},
            }
        ],
        "assessment-platforms": [
            {
                "uuid": content.name("platform"),
                "title": "Muster",
                "uses-components": [{"component-uuid": content.name("tool")}],
            }
        ],
    }


def back_matter(resources: Iterable[Entry]) -> Entry:
    """Return the documents that a file refers to."""
    return {"resources": list(resources)}


def method_resource(content: AssessedContent) -> Entry:
    """Return the method, which takes the place of the assessment plan that OSCAL asks for."""
    return {
        "uuid": content.name("method"),
        "title": escape_line(
            content.wording._("Method of the assessment, in place of an OSCAL assessment plan")
        ),
        "props": [prop("type", "plan")],
        "rlinks": [{"href": "https://muster.example/method"}],
    }


def catalog_resource(content: AssessedContent) -> Entry:
    """Return the catalogue of practices: findings point to its objectives."""
    known = content.card.questionnaire
    return {
        "uuid": content.name("catalog"),
        "title": escape_line(content.wording.text(known.title)),
        "props": [
            own_prop("catalog-uuid", identify("catalog", known.id, known.version)),
            own_prop("questionnaire", f"{known.id}-{known.version}"),
        ],
        "rlinks": [{"href": "./oscal-catalog.json", "media-type": "application/oscal.catalog+json"}],
    }
