"""The errors that storage raises."""

from app.storage.sealing.documents import StoredAssessment


class StorageError(Exception):
    """What is stored cannot be read or changed in this way."""


class GoneError(StorageError):
    """The assessment was deleted, or the link was withdrawn."""


class ForbiddenError(StorageError):
    """The link's role does not allow this."""


class VersionChangedError(StorageError):
    """The assessment was upgraded to another version of the questionnaire during the request."""


class RoundClosedError(StorageError):
    """The present round is closed: nothing of it is changed any more."""


class TamperedError(StorageError):
    """A document is missing, or is not what was sealed: it was altered, truncated or moved."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The stored document “{document}” is not what was sealed.")
        self.document = document


class ConflictError(StorageError):
    """A document changed after the person saw it; ``stored`` is the assessment as it is now."""

    def __init__(self, document: str, stored: StoredAssessment) -> None:
        super().__init__(f"The document “{document}” changed meanwhile.")
        self.document = document
        self.stored = stored

    @property
    def version(self) -> int:
        """Return the version that the next save must expect."""
        return self.stored.versions[self.document]
