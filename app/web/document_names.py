"""The names of the parts in which an assessment is stored."""

from collections.abc import Callable, Sequence

from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language
from app.storage.assessments.upgrade import UPGRADE
from app.storage.pulse.pulses import CLOSED, OPENED, REOPENED, RESET
from app.storage.sealing.documents import (
    COMPLETION,
    HISTORY_PREFIX,
    LINKS,
    OPINIONS,
    OUTLINE,
    PROFILE,
    PULSE,
    PULSE_KEY,
    TARGETS,
)
from app.translations import N_

_NAMES = {
    PROFILE: N_("Profile and variant"),
    OUTLINE: N_("What contributors are asked"),
    OPINIONS: N_("Your opinion"),
    TARGETS: N_("Target levels"),
    PULSE: N_("Staff pulse"),
    PULSE_KEY: N_("The key of the staff pulse"),
    "pulse-terms": N_("The link of the staff pulse"),
    COMPLETION: N_("Completion"),
    LINKS: N_("Sharing"),
    "link": N_("A link"),
    UPGRADE: N_("Version of the questionnaire"),
}


_STEPS = {
    OPENED: N_("opened"),
    CLOSED: N_("closed"),
    REOPENED: N_("reopened"),
    RESET: N_("reset"),
}


def step(change: str, _: Callable[[str], str]) -> str:
    """Return what was done to a pulse, in a word."""
    return _(_STEPS.get(change, change))


def document_name(
    document: str, versions: Sequence[Questionnaire], language: Language, _: Callable[[str], str]
) -> str:
    """Return the name of a stored part; a domain has the name of the first version that knows it."""
    if document.startswith(HISTORY_PREFIX):
        return _("The history of a link")
    for version in versions:
        for domain in version.domains:
            if domain.letter == document:
                return f"{domain.letter} {domain.name.in_(language)}"
    return _(_NAMES.get(document, document))
