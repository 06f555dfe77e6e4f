"""A wording in both languages."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "fr"]

LANGUAGES: tuple[Language, ...] = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in British English and in French."""

    en: str
    fr: str

    def in_(self, language: Language) -> str:
        """Give the wording in one language."""
        return self.fr if language == "fr" else self.en
