"""The errors that the storage of voices raises."""

from app.storage.sealing.errors import StorageError


class TooManyVoicesError(StorageError):
    """The assessment has as many voices as it can have."""


class VoiceStateError(StorageError):
    """The voices are closed, or the voice has finished: what was asked is not possible in this state."""


class NoSuchVoiceError(StorageError):
    """There is no voice with a link of this id, or none any more."""
