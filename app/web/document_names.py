"""The names of the parts in which an assessment is stored."""

from collections.abc import Sequence

from app.storage.assessments.upgrade import UPGRADE
from app.storage.plan.documents import FREE
from app.storage.plan.plans import ADDED, CHANGED
from app.storage.programme.acceptance import ACCEPTED
from app.storage.programme.participation import LEAVING
from app.storage.programme.submissions import WITHDRAWN
from app.storage.pulse.pulses import CLOSED, OPENED, REOPENED, RESET
from app.storage.rounds.beginning import BEGUN, UNDONE
from app.storage.sealing.documents import (
    COMPLETION,
    HISTORY_PREFIX,
    LINKS,
    OPINIONS,
    OUTLINE,
    PLACEHOLDERS,
    PLAN_PREFIX,
    PROFILE,
    PROGRAMME,
    PULSE,
    PULSE_KEY,
    REVIEW,
    ROUND_PREFIX,
    ROUND_VOICES_PREFIX,
    ROUNDS,
    TARGETS,
    VOICE_PREFIX,
)
from app.storage.voices import voices
from app.storage.voices.voices import VOICES
from app.translations import N_, Translate
from app.translations.wording import Wording

_NAMES = {
    PROFILE: N_("Your organisation"),
    OUTLINE: N_("What contributors are asked"),
    OPINIONS: N_("Your opinion"),
    TARGETS: N_("Target levels"),
    PULSE: N_("Staff pulse"),
    PULSE_KEY: N_("The key of the staff pulse"),
    "pulse-terms": N_("The link of the staff pulse"),
    COMPLETION: N_("Completion"),
    ROUNDS: N_("Rounds"),
    REVIEW: N_("Date of the next review"),
    PLACEHOLDERS: N_("Your words for the placeholders"),
    PROGRAMME: N_("Programme"),
    VOICES: N_("Independent answers"),
    LINKS: N_("Sharing"),
    "link": N_("A link"),
    ADDED: N_("Actions added to the plan"),
    CHANGED: N_("Actions of the plan changed"),
    UPGRADE: N_("Version of the questionnaire"),
}

# The first that fits counts.
_OF_PREFIXES = (
    (HISTORY_PREFIX, N_("The history of a link")),
    (VOICE_PREFIX, N_("The independent answers of a colleague")),
    (ROUND_VOICES_PREFIX, N_("The independent answers of a closed round")),
    (ROUND_PREFIX, N_("A closed round")),
    (PLAN_PREFIX, N_("The plan")),
)

_ROUND_STEPS = {
    BEGUN: N_("a new round begun"),
    UNDONE: N_("the new round undone"),
}

_PROGRAMME_STEPS = {
    ACCEPTED: N_("invitation accepted"),
    WITHDRAWN: N_("submissions withdrawn"),
    LEAVING: N_("programme left"),
}

_VOICE_STEPS = {
    voices.INVITED: N_("link for a colleague made"),
    voices.WITHDRAWN: N_("link of a colleague withdrawn"),
    voices.ENDED: N_("links of all colleagues ended with the round"),
    voices.CLOSED: N_("closed to changes"),
    voices.REOPENED: N_("open to changes again"),
}

_STEPS = {
    OPENED: N_("opened"),
    CLOSED: N_("closed"),
    REOPENED: N_("reopened"),
    RESET: N_("reset"),
    FREE: N_("without a practice"),
}


def step(change: str, _: Translate) -> str:
    """Return what was done to a pulse, in a word, or the practice of an action."""
    return _(_STEPS.get(change, change))


def round_step(change: str, _: Translate) -> str:
    """Return what was done to the rounds: one was deleted, or a new one was begun or undone."""
    if change in _ROUND_STEPS:
        return _(_ROUND_STEPS[change])
    return _("round %(number)s deleted") % {"number": change}


def programme_step(changes: Sequence[str], _: Translate) -> str:
    """Return what was done in a programme: a round was submitted to it, or a step was taken."""
    if changes[0] in _PROGRAMME_STEPS:
        return _(_PROGRAMME_STEPS[changes[0]])
    return _("round %(number)s submitted") % {"number": changes[-1]}


def voice_step(change: str, _: Translate) -> str:
    """Return what was done to the independent answers of colleagues."""
    return _(_VOICE_STEPS[change])


def document_name(document: str, wordings: Sequence[Wording]) -> str:
    """Return the name of a stored part, from the first of the wordings, at least one, that knows it."""
    _ = wordings[0]._
    if document in _NAMES:
        return _(_NAMES[document])
    for wording in wordings:
        for domain in wording.questionnaire.domains:
            if domain.letter == document:
                return f"{domain.letter} {wording.text(domain.name)}"
    return _(next((name for prefix, name in _OF_PREFIXES if document.startswith(prefix)), document))
