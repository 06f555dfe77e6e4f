"""The family of errors that storage raises."""

from app.storage.sealing.documents import StoredAssessment


class StorageError(Exception):
    """Something stored cannot be read or changed as asked."""


class GoneError(StorageError):
    """The assessment is no longer there."""


class ForbiddenError(StorageError):
    """The link may not open this, whoever holds it."""


class VersionChangedError(StorageError):
    """The assessment was moved to another version of the questionnaire while the request was at work."""


class TamperedError(StorageError):
    """A document is missing or is not what was sealed: altered, truncated, or moved from another place."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The stored document “{document}” is not what was sealed.")
        self.document = document


class ConflictError(StorageError):
    """A document changed after it was shown; ``stored`` is the whole assessment as it now stands."""

    def __init__(self, document: str, stored: StoredAssessment) -> None:
        super().__init__(f"The document “{document}” changed meanwhile.")
        self.document = document
        self.stored = stored

    @property
    def version(self) -> int:
        """Give the version that the next save must expect."""
        return self.stored.versions[self.document]
