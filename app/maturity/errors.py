"""The errors that the core raises."""

from collections.abc import Mapping


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


class RefusedActionError(MaturityError):
    """An action of a plan breaks its rules; ``faults`` holds what is wrong by the name of the field.

    A fault is ``"missing"``, ``"too_long"``, ``"out_of_range"``, ``"unknown"`` or ``"taken"``.
    """

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {fault}" for field, fault in faults.items()))
        self.faults = dict(faults)


class FullPlanError(MaturityError):
    """A plan holds no more actions than this; ``limit`` is how many it holds."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"A plan holds at most {limit} actions.")
        self.limit = limit


class UnknownActionError(MaturityError):
    """The plan has no such action; the message is its id."""
