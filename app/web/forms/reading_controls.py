"""The names of the controls of a read policy: for each practice its quotes, and the person’s ticks."""

from typing import Literal

QuotePart = Literal["quote", "heading", "page", "cue"]
QUOTE_PARTS: tuple[QuotePart, ...] = ("quote", "heading", "page", "cue")
# How many quotes of a practice a page shows.
MOST_QUOTES = 3

Tick = Literal["keep", "confirm", "use"]


def quote_part(part: QuotePart, id: str, place: int) -> str:
    """Return the name of the hidden field with a part of a quote; places count from 1."""
    return f"{part}-{id}-{place}"


def tick(name: Tick, id: str) -> str:
    """Return the name of a tick box of a practice."""
    return f"{name}-{id}"


def domain_version(letter: str) -> str:
    """Return the name of the hidden field with the version of a domain."""
    return f"version-{letter}"
