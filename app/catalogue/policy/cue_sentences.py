"""Each cue finds the sentence that it must find, and not the one that it must not."""

from collections.abc import Iterator, Mapping

from app.catalogue.faults import Fault
from app.catalogue.notes import Location
from app.maturity.policy.cue import PolicyReading
from app.maturity.policy.matching import cue_finds


def check_sentences(readings: Mapping[str, PolicyReading], places: Mapping[str, Location]) -> Iterator[Fault]:
    """Yield every sentence of a cue that the cue judges wrongly; ``places`` are those of the readings."""
    for practice, reading in readings.items():
        numbers: dict[str, int] = {}
        for cue in reading.cues:
            numbers[cue.language] = number = numbers.get(cue.language, 0) + 1
            at = places[practice].child(cue.language).child(number)
            if not cue_finds(cue, cue.hits):
                yield at.child("hits").fault("is not found by the cue")
            if cue_finds(cue, cue.misses):
                yield at.child("misses").fault("is found by the cue")
