"""Sentences that a policy reader must find, and near misses that it must not, written before its cues."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.maturity.text import Language

FOLDER = Path(__file__).parent / "sentences"

Verdict = Literal["hit", "miss"]


@dataclass(frozen=True, slots=True)
class ExampleSentence:
    """A sentence as a policy would have it, and the practices that it must, or must not, be found for."""

    text: str
    practices: tuple[str, ...]
    lead: str = ""
    heading: str = ""
    trap: str = ""


def example_sentences(verdict: Verdict, language: Language) -> tuple[ExampleSentence, ...]:
    """Return the sentences of one language that must be found, or that must not."""
    file = FOLDER / f"must_{verdict}_{language}.toml"
    entries = tomllib.loads(file.read_text("utf-8"))["sentence"]
    return tuple(ExampleSentence(**{**entry, "practices": tuple(entry["practices"])}) for entry in entries)
