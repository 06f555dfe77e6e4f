"""The family of errors that the core raises."""


class MaturityError(Exception):
    """Something asked of the core contradicts the questionnaire."""


class UnknownQuestionError(MaturityError):
    """A question, domain or variant is named that the questionnaire does not have."""


class RefusedAnswerError(MaturityError):
    """An answer is given that its question does not allow."""
