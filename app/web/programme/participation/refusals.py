"""Why a programme refuses an assessment, as the organisation reads it."""

from app.storage.programme.errors import (
    InAnotherProgrammeError,
    OtherQuestionnaireError,
    ProgrammeClosedError,
    ProgrammeError,
    UnknownInvitationError,
    UsedInvitationError,
)
from app.translations import N_
from app.web.request.language import translate as _

_SENTENCES: dict[type[ProgrammeError], str] = {
    UnknownInvitationError: N_(
        "This invitation opens nothing any more: the coordinator has withdrawn it. Nothing was changed."
    ),
    UsedInvitationError: N_(
        "This invitation was used before: each serves one organisation once. Nothing was changed. Ask the"
        " coordinator for another."
    ),
    ProgrammeClosedError: N_("The programme is closed. Nothing was changed, and nothing was sent."),
    OtherQuestionnaireError: N_(
        "The programme asks another version of the questionnaire, or the other of the full assessment and the"
        " quick check. Nothing was changed."
    ),
    InAnotherProgrammeError: N_(
        "This assessment takes part in a programme already. Leave that one first. Nothing was changed."
    ),
}
_OTHER = N_("This assessment takes part in no programme any more. Nothing was changed, and nothing was sent.")


def refusal_sentence(error: ProgrammeError) -> str:
    """Return what was refused and what to do, in the language of the page."""
    return _(_SENTENCES.get(type(error), _OTHER))
