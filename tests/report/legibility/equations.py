"""The equations in a text, and whether both sides are equal."""

import re
from collections.abc import Iterator
from fractions import Fraction

_TERM = r"[\d(][\d\s+\-−×÷/().,]*"
_CHAIN = re.compile(rf"{_TERM}(?:[=≈]\s*{_TERM})+")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[-+−×÷/()]")
# A decimal after “≈” is rounded half up to two places.
_ROUNDING = Fraction(1, 200)


def equations(words: str) -> list[str]:
    """Return the equations in a text, each with all its equals signs."""
    return [found.strip(" .,") for found in _CHAIN.findall(words)]


def is_true(equation: str) -> bool:
    """Return whether all sides are equal, exactly after “=” and to two decimals after “≈”."""
    signs = re.findall("[=≈]", equation)
    values = [value_of(side) for side in re.split("[=≈]", equation)]
    return all(
        one == other if sign == "=" else 0 < abs(one - other) <= _ROUNDING
        for sign, one, other in zip(signs, values, values[1:], strict=False)
    )


def value_of(terms: str) -> Fraction:
    """Return the exact value of terms; × ÷ and / are read from left to right."""
    tokens = _TOKEN.findall(terms.replace(",", "."))
    value, rest = _sum(tokens)
    if rest:
        raise ValueError(f"{terms!r} is no sum")
    return value


def _sum(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, rest = _product(tokens)
    while rest and rest[0] in "+-−":
        sign = 1 if rest[0] == "+" else -1
        other, rest = _product(rest[1:])
        value += sign * other
    return value, rest


def _product(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, rest = _factor(tokens)
    while rest and rest[0] in "×÷/":
        sign = rest[0]
        other, rest = _factor(rest[1:])
        value = value * other if sign == "×" else value / other
    return value, rest


def _factor(tokens: list[str]) -> tuple[Fraction, list[str]]:
    first, *rest = tokens
    if first != "(":
        return Fraction(first), rest
    value, rest = _sum(rest)
    return value, rest[1:]


def fractions_in(words: str) -> Iterator[str]:
    """Yield the fractions in a text, for example “25/9”."""
    yield from re.findall(r"(?<![\d/])\d+/\d+(?![\d/])", words)
