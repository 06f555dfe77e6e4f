"""Model clauses for a policy, the placeholders in them, and the bank that holds both."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.maturity.policy.cue import MeasuredReading, PolicyReading
from app.maturity.policy.cue_index import CueIndex
from app.maturity.text import LANGUAGES, Language, Text


@dataclass(frozen=True, slots=True)
class Clause:
    """A model clause that speaks to one practice.

    ``paragraphs`` bind, and hold placeholders in brackets. ``supports`` is the level whose written half the
    clause gives; it is true only after the steps in ``also`` are done. ``guidance`` holds ids.
    """

    id: str
    practice: str
    supports: int
    title: Text
    paragraphs: tuple[Text, ...]
    also: tuple[Text, ...]
    guidance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A word in brackets that an organisation replaces by its own; a ``common`` one is filled in once."""

    id: str
    name: Text
    meaning: Text
    common: bool


@dataclass(frozen=True)
class PolicyBank:
    """All that a questionnaire knows of policy texts: clauses, placeholders, and how a text is read.

    ``clauses`` and ``readings`` are held by practice id, in the order of the questionnaire. ``measured`` says
    by language how often the reading is right; it is empty where nothing was measured. A sentence with one of
    the ``denials`` says that something does not exist, one with one of the ``duties`` states a duty, and one
    with one of the ``topics`` is about social media.
    """

    clauses: Mapping[str, tuple[Clause, ...]] = field(default_factory=dict)
    placeholders: tuple[Placeholder, ...] = ()
    readings: Mapping[str, PolicyReading] = field(default_factory=dict)
    denials: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    duties: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    measured: Mapping[Language, MeasuredReading] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.clauses or self.readings)

    @cached_property
    def cues(self) -> Mapping[Language, CueIndex]:
        """Return the cues of all practices by language, ready to search a document."""
        return {
            language: CueIndex(
                [
                    (reading.practice, cue)
                    for reading in self.readings.values()
                    for cue in reading.cues
                    if cue.language == language
                ],
                self.denials.get(language, ()),
                self.duties.get(language, ()),
                self.topics.get(language, ()),
            )
            for language in LANGUAGES
        }

    def reading_of(self, practice: str) -> PolicyReading:
        """Return what a policy text can show of a practice: nothing where no reading says so."""
        return self.readings.get(practice, PolicyReading(practice, "none"))

    def restricted_to(self, practices: Collection[str], guidance: Collection[str]) -> "PolicyBank":
        """Return the bank for the practices and the guidance that another version knows."""
        return replace(
            self,
            clauses={
                practice: tuple(_without_unknown(clause, guidance) for clause in clauses)
                for practice, clauses in self.clauses.items()
                if practice in practices
            },
            readings={practice: each for practice, each in self.readings.items() if practice in practices},
        )


def _without_unknown(clause: Clause, guidance: Collection[str]) -> Clause:
    return replace(clause, guidance=tuple(id for id in clause.guidance if id in guidance))
