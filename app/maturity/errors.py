"""The family of errors that the core raises."""


class MaturityError(Exception):
    """Something asked of the core contradicts the questionnaire."""


class UnknownQuestionError(MaturityError):
    """A question, domain or variant is named that the questionnaire does not have."""


class RefusedAnswerError(MaturityError):
    """An answer is given that its question does not allow."""


class UnknownVersionError(MaturityError):
    """A version of the questionnaire is named that is not here; ``id`` and ``version`` say which."""

    def __init__(self, id: str, version: str) -> None:
        super().__init__(f"There is no version {version} of the questionnaire {id} here.")
        self.id = id
        self.version = version
