"""Numbers as the two languages write them."""

from fractions import Fraction

from app.maturity.score import half_up
from app.maturity.text import Language


def format_decimal(value: Fraction, digits: int, language: Language) -> str:
    """Return a number rounded half up, with a decimal comma in French; whole numbers have no decimals."""
    rounded = half_up(value, digits)
    return str(rounded.numerator) if rounded.denominator == 1 else format_fixed(rounded, digits, language)


def format_fixed(value: Fraction, digits: int, language: Language) -> str:
    """Return a number rounded half up with exactly ``digits`` decimals, after a comma in French."""
    text = f"{float(half_up(value, digits)):.{digits}f}"
    return text.replace(".", ",") if language == "fr" else text
