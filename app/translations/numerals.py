"""Numbers and lists as the two languages write them."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from app.maturity.score import half_up
from app.maturity.text import Language


def format_decimal(value: Fraction, digits: int, language: Language) -> str:
    """Write a number rounded half up, with a decimal comma in French; whole numbers carry no decimals."""
    rounded = half_up(value, digits)
    return str(rounded.numerator) if rounded.denominator == 1 else format_fixed(rounded, digits, language)


def format_fixed(value: Fraction, digits: int, language: Language) -> str:
    """Write a number rounded half up with all its decimals, after a comma in French."""
    text = f"{float(half_up(value, digits)):.{digits}f}"
    return text.replace(".", ",") if language == "fr" else text


def join_items(parts: Iterable[str], _: Callable[[str], str]) -> str:
    """Join what is said one after the other."""
    return _("; ").join(parts)


def label_value(name: str, value: str, _: Callable[[str], str]) -> str:
    """Say of what a value is the value."""
    return _("%(name)s: %(value)s") % {"name": name, "value": value}


def format_points(count: int, _: Callable[[str], str]) -> str:
    """Write a whole number of points."""
    return (_("%(points)s point") if count == 1 else _("%(points)s points")) % {"points": count}
