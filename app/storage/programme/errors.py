"""Why a programme refuses something; nothing is changed then."""

from app.storage.sealing.errors import StorageError


class ProgrammeError(StorageError):
    """The programme refuses this."""


class UnknownInvitationError(ProgrammeError):
    """The token belongs to no invitation, or the coordinator has withdrawn it."""


class UsedInvitationError(ProgrammeError):
    """The invitation was accepted before: each serves one organisation once."""


class ProgrammeClosedError(ProgrammeError):
    """The programme is closed, or its last day has passed."""


class OtherQuestionnaireError(ProgrammeError):
    """The assessment or the round follows another version or variant than the programme."""


class InAnotherProgrammeError(ProgrammeError):
    """The assessment takes part in a programme already."""


class NotInProgrammeError(ProgrammeError):
    """The assessment takes part in no programme, or the coordinator has withdrawn its invitation."""


class TooManyInvitationsError(ProgrammeError):
    """The programme would have more invitations than it can have."""
