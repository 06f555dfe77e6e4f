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
        "This invitation has been used: each can be accepted once, by one organisation. Nothing was"
        " changed. Ask the coordinator for another."
    ),
    ProgrammeClosedError: N_("The programme is closed. Nothing was changed, and nothing was submitted."),
    OtherQuestionnaireError: N_(
        "The programme uses another version of the questionnaire, or a quick check where this is a full"
        " assessment, or the other way round. Nothing was changed."
    ),
    InAnotherProgrammeError: N_(
        "This assessment already takes part in a programme. Leave that programme first. Nothing was changed."
    ),
}
_OTHER = N_(
    "This assessment no longer takes part in a programme. Nothing was changed, and nothing was submitted."
)


def refusal_sentence(error: ProgrammeError) -> str:
    """Return what was refused and what to do, in the language of the page."""
    return _(_SENTENCES.get(type(error), _OTHER))
