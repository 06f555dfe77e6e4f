"""A staff pulse of an assessment on file, and what a test does to it."""

from dataclasses import dataclass

from app.maturity.pulse.counting import NO_GROUP, PulseAnswer
from app.storage.pulse import pulses, respondent
from app.storage.pulse.documents import PublishedPulse
from app.storage.pulse.pulses import OwnerPulse
from tests.build_survey import the_opinions
from tests.storage.stored_assessment import SavedAssessment


@dataclass(frozen=True)
class StoredPulse:
    """The pulse, by its owner's hand; ``answers`` are sent with its link's code."""

    filed: SavedAssessment

    def begins(self, grouping: str = "") -> "StoredPulse":
        """Open it."""
        with self.filed.desk.writing.begin() as connection:
            pulses.begin(connection, self.filed.desk.vault, self.filed.key(connection), grouping)
        return self

    def closes(self) -> "StoredPulse":
        """Close it."""
        with self.filed.desk.writing.begin() as connection:
            pulses.close(connection, self.filed.key(connection), the_opinions())
        return self

    def reopens(self) -> "StoredPulse":
        """Open it again."""
        with self.filed.desk.writing.begin() as connection:
            pulses.reopen(connection, self.filed.desk.vault, self.filed.key(connection))
        return self

    def resets(self) -> None:
        """Destroy it."""
        with self.filed.desk.writing.begin() as connection:
            pulses.reset(connection, self.filed.key(connection))

    def load(self) -> OwnerPulse:
        """Read it as its owner."""
        with self.filed.desk.reading.connect() as connection:
            found = pulses.read_for_owner(connection, self.filed.key(connection))
        assert found is not None
        return found

    def published(self) -> PublishedPulse:
        """Read what was published."""
        with self.filed.desk.reading.connect() as connection:
            found = pulses.read_published(connection, self.filed.key(connection))
        assert found is not None
        return found[0]

    def answers(self, *importance: str, group: str = NO_GROUP, code: str = "", page: str = "") -> bool:
        """Let colleagues answer O1 one after the other; say whether the last was taken."""
        code, taken = code or self.load().code, False
        for token in importance:
            with self.filed.desk.writing.begin() as connection:
                given = PulseAnswer({"O1": (token,), "O4": ("yes",)}, group)
                taken = respondent.add_answer(connection, self.filed.desk.vault, code, given, page)
        return taken
