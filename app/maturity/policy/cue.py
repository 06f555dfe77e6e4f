"""Cues: which words make a sentence speak to a practice, and what such a sentence can show."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from app.maturity.text import Language, Text

# What a policy can show of a practice: the written rule, a duty that proves little, or nothing.
ReadingKind = Literal["written", "weak", "none"]

# The term that a date in the sentence meets, and the word before the first of a sentence.
DATE_TERM = "@date"
START = "^"

# How many matters a policy must settle where one is not enough.
MATTERS_FOR_TWO = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a sentence of one language speak to a practice.

    The sentence must hold one term of each of the ``groups`` within ``within`` words (anywhere, if that is
    None). Its heading, or the line that it is an item of, must hold one of ``under`` if there are any.
    Neither sentence nor heading may hold one of the ``vetoes``.

    A term is a run of words; ``*`` ends a word of which only the beginning counts, ``^`` is the beginning of
    the sentence and ``@`` that of an account’s name. ``hits`` and ``misses`` are sentences that the cue must
    and must not find. ``matter`` names what the sentence settles, where a practice needs several matters.
    """

    id: str
    language: Language
    groups: tuple[tuple[str, ...], ...]
    within: int | None
    vetoes: tuple[str, ...]
    hits: str
    misses: str
    under: tuple[str, ...] = ()
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """What a policy text can show of one practice, and the cues that find it.

    ``alone`` is the level that kept quotes suggest, ``confirmed`` the level with the person’s word for
    ``confirm``, 0 for none. With ``two_matters`` kept quotes on fewer than two matters suggest at most 1.
    """

    practice: str
    kind: ReadingKind
    alone: int = 0
    confirmed: int = 0
    confirm: Text | None = None
    why: Text | None = None
    two_matters: bool = False
    cues: tuple[Cue, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Return whether a policy can show anything of the practice."""
        return self.kind != "none"

    def matters_of(self, cue_ids: Collection[str]) -> frozenset[str]:
        """Return the matters that quotes found by these cues settle."""
        return frozenset(cue.matter for cue in self.cues if cue.matter and cue.id in cue_ids)


@dataclass(frozen=True, slots=True)
class MeasuredReading:
    """How often the cues were right on policies that nobody had seen when they were written.

    Of ``shown`` sentences ``right`` were right; of ``marked`` sentences, which a careful reader had marked in
    ``texts`` policies, ``found`` were found.
    """

    texts: int
    shown: int
    right: int
    marked: int
    found: int
