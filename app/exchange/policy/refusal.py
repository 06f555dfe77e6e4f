"""The reasons for which a document is not read."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a document is not read; its value passes from the process that reads it."""

    EMPTY = "empty"
    PASSWORD = "password"  # noqa: S105  # a reason, not a secret
    PICTURES = "pictures"
    LARGE_FILE = "large_file"
    UNPACKED = "unpacked"
    DEEP = "deep"
    PAGES = "pages"
    LONG = "long"
    BROKEN = "broken"
    OLD_WORD = "old_word"
    RTF = "rtf"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    OURS = "ours"
    UNKNOWN = "unknown"
    TIME = "time"
    NOT_ISOLATED = "not_isolated"


class UnreadablePolicyError(Exception):
    """A document is not read; ``refusal`` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
