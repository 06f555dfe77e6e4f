"""A text in both languages, and the mark of a sentence that the interface’s catalogue translates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "fr"]

LANGUAGES: tuple[Language, ...] = ("en", "fr")

# Returns the translation of an English sentence of the interface.
Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in British English and in French."""

    en: str
    fr: str

    def in_(self, language: Language) -> str:
        """Return the text in one language."""
        return self.fr if language == "fr" else self.en


def N_(sentence: str) -> str:  # noqa: N802  gettext's own name for a sentence that is translated later
    """Mark a sentence that is translated where it is shown."""
    return sentence
