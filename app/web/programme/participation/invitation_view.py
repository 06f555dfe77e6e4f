"""What the page of an invitation offers: which open assessments can take part, and why others cannot."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import session

from app.storage.programme import participation
from app.storage.programme.terms import ProgrammeTerms
from app.translations import N_
from app.web import access
from app.web.access import OpenAssessment
from app.web.request import database
from app.web.request.language import translate as _
from app.web.request.services import versions

_OTHER_VERSION = N_("It uses version %(own)s of the questionnaire, and the programme version %(asked)s.")
_OTHER_VARIANT = N_(
    "It is a full assessment and the programme uses the quick check, or the other way round. You can"
    " change that on the page of your organisation."
)
_TAKES_PART = N_("It already takes part in a programme. Leave that programme first.")


@dataclass(frozen=True, slots=True)
class InvitedAssessment:
    """An assessment that is open in this browser; ``obstacle`` is why it cannot take part, or empty."""

    id: str
    name: str
    obstacle: str = ""


def open_assessments(terms: ProgrammeTerms) -> Iterator[InvitedAssessment]:
    """Yield the assessments whose owner’s code is in this browser."""
    for id in session.get("open", {}):
        opened = access.find(id)
        if opened is not None and opened.key.grant.is_owner:
            yield _describe(opened, terms)


def _describe(opened: OpenAssessment, terms: ProgrammeTerms) -> InvitedAssessment:
    profile = opened.load().assessment.profile
    name = profile.organisation or _("An assessment without a name")
    return InvitedAssessment(opened.id, name, _obstacle(opened, profile.variant, terms))


def _obstacle(opened: OpenAssessment, variant: str, terms: ProgrammeTerms) -> str:
    if participation.is_in_programme(database.reading(), opened.key):
        return _(_TAKES_PART)
    id, version = opened.key.questionnaire
    if (id, version) != (terms.questionnaire_id, terms.version):
        return _(_OTHER_VERSION) % {"own": version, "asked": terms.version}
    return "" if variant == terms.variant else _(_OTHER_VARIANT)


def is_known(terms: ProgrammeTerms) -> bool:
    """Return whether this server has the version of the questionnaire that the programme fixes."""
    return any(
        each.id == terms.questionnaire_id and each.version == terms.version for each in versions().known
    )
