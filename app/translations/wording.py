"""The language that a document speaks."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.maturity.questionnaire import Questionnaire
from app.maturity.score import half_up
from app.maturity.text import Language, Text
from app.translations import Translate, dates
from app.translations.numerals import format_decimal

_DECIMALS = 2


@dataclass(frozen=True)
class Wording:
    """A language with its translator, and the questionnaire whose words it says."""

    language: Language
    _: Translate
    questionnaire: Questionnaire

    def text(self, text: Text) -> str:
        """Give a wording in the language."""
        return text.in_(self.language)

    def format_date(self, day: date) -> str:
        """Write a date in full."""
        return dates.format_day(day, self.language)

    def level_name(self, level: int) -> str:
        """Name a level."""
        return self.text(self.questionnaire.levels[level])

    def format_decimal(self, value: Fraction) -> str:
        """Write a number rounded half up to two decimals."""
        return format_decimal(value, _DECIMALS, self.language)

    def format_fraction(self, value: Fraction) -> str:
        """Write an exact number, and beside a fraction its decimals."""
        if value.denominator == 1:
            return str(value)
        sign = "=" if half_up(value, _DECIMALS) == value else "≈"
        return f"{value} {sign} {self.format_decimal(value)}"

    def owner_name(self, owner: str) -> str:
        """Name the role that owns a practice."""
        return self.text(self.questionnaire.owners[owner])

    def effort_name(self, effort: int) -> str:
        """Name an effort: days, weeks or months."""
        return self.text(self.questionnaire.efforts[effort])

    def quote(self, words: str) -> str:
        """Put words between the language's quotation marks."""
        return f"«\u00a0{words}\u00a0»" if self.language == "fr" else f"“{words}”"
