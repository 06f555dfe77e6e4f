"""The errors that the core raises."""


class MaturityError(Exception):
    """A call contradicts the questionnaire."""


class UnknownQuestionError(MaturityError):
    """The questionnaire has no such question, domain or variant; the message is its id."""


class RefusedAnswerError(MaturityError):
    """A question does not allow this choice; the message is the question's id and the choice."""


class UnknownVersionError(MaturityError):
    """There is no such version of the questionnaire; ``id`` and ``version`` hold which."""

    def __init__(self, id: str, version: str) -> None:
        super().__init__(f"There is no version {version} of the questionnaire {id} here.")
        self.id = id
        self.version = version
