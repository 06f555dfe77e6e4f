"""The language that a document speaks."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.maturity.questionnaire import Questionnaire
from app.maturity.score import half_up
from app.maturity.text import Language, Text
from app.translations import Translate, dates
from app.translations.numerals import decimal

_DECIMALS = 2


@dataclass(frozen=True)
class Voice:
    """A language with its translator, and the questionnaire whose words it says."""

    language: Language
    _: Translate
    questionnaire: Questionnaire

    def says(self, text: Text) -> str:
        """Give a wording in the language."""
        return text.in_(self.language)

    def day(self, day: date) -> str:
        """Write a date in full."""
        return dates.day(day, self.language)

    def level(self, level: int) -> str:
        """Name a level."""
        return self.says(self.questionnaire.levels[level])

    def decimal(self, value: Fraction) -> str:
        """Write a number rounded half up to two decimals."""
        return decimal(value, _DECIMALS, self.language)

    def value(self, value: Fraction) -> str:
        """Write an exact number, and beside a fraction its decimals."""
        if value.denominator == 1:
            return str(value)
        sign = "=" if half_up(value, _DECIMALS) == value else "≈"
        return f"{value} {sign} {self.decimal(value)}"

    def owner(self, owner: str) -> str:
        """Name the role that owns a practice."""
        return self.says(self.questionnaire.owners[owner])

    def effort(self, effort: int) -> str:
        """Name an effort: days, weeks or months."""
        return self.says(self.questionnaire.efforts[effort])

    def quoted(self, words: str) -> str:
        """Put words between the language's quotation marks."""
        return f"«\u00a0{words}\u00a0»" if self.language == "fr" else f"“{words}”"
