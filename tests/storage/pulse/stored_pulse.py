"""The staff pulse of a stored assessment, and what tests do to it."""

from dataclasses import dataclass

from app.maturity.pulse.counting import NO_GROUP, PulseAnswer
from app.maturity.pulse.suggestion import Closing
from app.storage.pulse import pulses, respondent
from app.storage.pulse.documents import PublishedPulse
from app.storage.pulse.pulses import OwnerPulse
from tests import build
from tests.storage.stored_assessment import SavedAssessment


@dataclass(frozen=True)
class StoredPulse:
    """The pulse as its owner runs it; ``answers`` are sent with its link's code."""

    saved: SavedAssessment

    def begins(self, grouping: str = "", *, asks_policy: bool = False) -> "StoredPulse":
        """Open the pulse, with or without its second part."""
        store = self.saved.store
        with store.writing.begin() as connection:
            key = self.saved.key(connection)
            pulses.begin(connection, store.vault, key, grouping, asks_policy=asks_policy)
        return self

    def closes(self) -> "StoredPulse":
        """Close the pulse, to which everyone was invited."""
        closing = Closing(build.TODAY, "everyone")
        with self.saved.store.writing.begin() as connection:
            pulses.close(connection, self.saved.key(connection), self.saved.store.questionnaire, closing)
        return self

    def reopens(self) -> "StoredPulse":
        """Reopen the pulse."""
        with self.saved.store.writing.begin() as connection:
            pulses.reopen(connection, self.saved.store.vault, self.saved.key(connection))
        return self

    def resets(self) -> None:
        """Reset the pulse."""
        with self.saved.store.writing.begin() as connection:
            pulses.reset(connection, self.saved.key(connection))

    def load(self) -> OwnerPulse:
        """Return the pulse as its owner sees it."""
        with self.saved.store.reading.connect() as connection:
            pulse = pulses.read_for_owner(connection, self.saved.key(connection))
        assert pulse is not None
        return pulse

    def published(self) -> PublishedPulse:
        """Return what is published."""
        with self.saved.store.reading.connect() as connection:
            published = pulses.read_published(connection, self.saved.key(connection))
        assert published is not None
        return published[0]

    def answers(self, *importance: str, group: str = NO_GROUP, code: str = "", page: str = "") -> bool:
        """Add answers to O1, and return whether the pulse took the last one."""
        code, is_taken = code or self.load().code, False
        for token in importance:
            with self.saved.store.writing.begin() as connection:
                answer = PulseAnswer({"O1": (token,), "O4": ("yes",)}, group)
                is_taken = respondent.add_answer(connection, self.saved.store.vault, code, answer, page)
        return is_taken
