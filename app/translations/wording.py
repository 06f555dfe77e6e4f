"""The words of one language: the interface's sentences, a questionnaire's texts, and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.answers import Answer
from app.maturity.questionnaire import Questionnaire
from app.maturity.score import half_up
from app.maturity.text import Language, Text, Translate
from app.translations.number_words import number_word
from app.translations.numerals import format_decimal

_DECIMALS = 2
# Beyond this, French counts in the plural: « 1,9 point », « 2 points ».
_FRENCH_PLURAL = 2


def quote(words: str, language: str) -> str:
    """Return words between quotation marks: those of French, else those of English."""
    return f"«\u00a0{words}\u00a0»" if language == "fr" else f"“{words}”"


def inner_quotes(words: str, language: str) -> str:
    """Return words whose own quotation marks are those of the second rank, to be quoted themselves."""
    if language == "fr":
        return words.replace("«\u00a0", "“").replace("\u00a0»", "”")
    return words.replace("“", "‘").replace("”", "’")


@dataclass(frozen=True, slots=True)
class Wording:
    """A language, its translator and a questionnaire, in place of three parameters.

    ``_`` translates an English sentence of the interface. It is named as gettext names it, so that the
    sentences in ``_ = wording._`` and ``wording._("…")`` are extracted for translation.
    """

    language: Language
    _: Translate
    questionnaire: Questionnaire

    def text(self, text: Text) -> str:
        """Return a text in the language."""
        return text.in_(self.language)

    def level_name(self, level: int) -> str:
        """Return the name of a level from 0 to 4."""
        return self.text(self.questionnaire.levels[level])

    def owner_name(self, owner: str) -> str:
        """Return the name of the role that owns a practice."""
        return self.text(self.questionnaire.owners[owner])

    def answer_words(self, answer: Answer) -> str:
        """Return an answer in a few words: its level with the level's name, or why it has none."""
        if not answer.is_given:
            return self._("Not answered")
        if answer.is_unknown:
            return self._("We don’t know")
        if not answer.applies:
            return self._("Not applicable")
        return f"{answer.points} {self.level_name(answer.points)}"

    def effort_name(self, effort: int) -> str:
        """Return the name of an effort: days, weeks or months."""
        return self.text(self.questionnaire.efforts[effort])

    def number_word(self, count: int) -> str:
        """Return a count from 0 to 16 as a word, for example “nine”, and a larger one in digits."""
        return number_word(count, self.language)

    def format_decimal(self, value: Fraction) -> str:
        """Return a number rounded half up to at most two decimals."""
        return format_decimal(value, _DECIMALS, self.language)

    def format_fraction(self, value: Fraction) -> str:
        """Return an exact number, followed by its decimals unless it is whole: “9/4 = 2.25”."""
        if value.denominator == 1:
            return str(value)
        return f"{value} {self.equals_sign(value)} {self.format_decimal(value)}"

    def equals_sign(self, value: Fraction) -> str:
        """Return the sign between an exact number and its decimals: “≈” if they are rounded."""
        return "=" if half_up(value, _DECIMALS) == value else "≈"

    def format_tenth(self, value: Fraction) -> str:
        """Return a number rounded half up to at most one decimal."""
        return format_decimal(value, 1, self.language)

    def format_points(self, points: Fraction | int) -> str:
        """Return a number of points, rounded half up to at most one decimal: “1 point”, “2.5 points”."""
        shown = half_up(Fraction(points), 1)
        one = abs(shown) < _FRENCH_PLURAL if self.language == "fr" else shown == 1
        sentence = self._("%(points)s point") if one else self._("%(points)s points")
        return sentence % {"points": self.format_tenth(shown)}

    def join_names(self, names: Iterable[str]) -> str:
        """Return names as they stand in a sentence: “A, B and C”."""
        *others, last = names
        if not others:
            return last
        return self._("%(names)s and %(last)s") % {"names": ", ".join(others), "last": last}

    def join_items(self, items: Iterable[str]) -> str:
        """Return items as a list within one sentence."""
        return self._("; ").join(items)

    def label_value(self, name: str, value: str) -> str:
        """Return a name and its value, for example “Level: Defined”."""
        return self._("%(name)s: %(value)s") % {"name": name, "value": value}
