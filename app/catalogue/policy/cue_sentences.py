"""Each cue finds the sentence that it must find, and not the one that it must not."""

from collections.abc import Iterator, Mapping

from app.catalogue.faults import Fault
from app.catalogue.notes import Location
from app.maturity.policy.cue import PolicyReading
from app.maturity.policy.matching import cue_finds


def check_sentences(readings: Mapping[str, PolicyReading], places: Mapping[str, Location]) -> Iterator[Fault]:
    """Yield every sentence of a cue that the cue judges wrongly; ``places`` are those of the cues by id."""
    for reading in readings.values():
        for cue in reading.cues:
            if not cue_finds(cue, cue.hits):
                yield places[cue.id].child("hits").fault("is not found by the cue")
            if cue_finds(cue, cue.misses):
                yield places[cue.id].child("misses").fault("is found by the cue")
