"""The purge without a person: it waits where a wrong clock may be what makes assessments due."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, case, func, select

from app.storage.assessments import deletion
from app.storage.database.tables import AssessmentRow

# A purge of more than both waits: this many assessments, and this share of all.
_MOST, _ONE_IN = 10, 10
# A service that nobody uses for longer is not told apart from a clock that jumped.
_LONGEST_SILENCE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DuePurge:
    """The assessments that are due on a day, of how many, and the day of the newest change on record.

    Changes that lie in the future are not on record: they were made by a clock that was ahead.
    """

    today: date
    due: int
    assessments: int
    newest_change: date | None

    @property
    def is_unusually_large(self) -> bool:
        """Return whether more than a tenth of all and more than ten are due."""
        return self.due > _MOST and self.due * _ONE_IN > self.assessments

    @property
    def is_after_silence(self) -> bool:
        """Return whether today lies more than 30 days beyond the newest change on record."""
        return self.newest_change is not None and self.today - self.newest_change > _LONGEST_SILENCE

    @property
    def waits(self) -> bool:
        """Return whether the purge is left to a person."""
        return self.due > 0 and (self.is_unusually_large or self.is_after_silence)

    @property
    def sentence(self) -> str:
        """Return the sentence for the operator on a purge that waits."""
        reason = self.silence if self.is_after_silence else "that is more than a tenth"
        return (
            f"The purge of {self.due} of {self.assessments} assessments waits, because {reason}:"
            " check the clock and RETENTION_DAYS, then run data purge to delete them."
        )

    @property
    def silence(self) -> str:
        """Return the clause on a day that lies too far beyond the newest change."""
        return f"today is {self.today} and the newest change on record is of {self.newest_change}"


@dataclass(slots=True)
class PurgeMemory:
    """What a process remembers of a silence: a change that is made while the clock is wrong does not end it.

    ``last_change`` is the newest change before the silence. It is forgotten once nothing is due any more or
    the clock is right again, and with the process.
    """

    last_change: date | None = None

    def apply(self, due: DuePurge) -> DuePurge:
        """Return what is due, with the newest change from before the silence."""
        return replace(due, newest_change=self.last_change) if self.last_change else due

    def update(self, due: DuePurge) -> None:
        """Remember the silence of a purge that waits, and forget an earlier one otherwise."""
        self.last_change = due.newest_change if due.waits and due.is_after_silence else None


def find_due(connection: Connection, today: date, days: int) -> DuePurge:
    """Return what is due for a purge after some days without change; 0 days keep everything for ever."""
    changed_on = AssessmentRow.changed_on
    last_due = today - timedelta(days) if days else date.min
    counts = select(
        func.count(case((changed_on <= last_due, 1))),
        func.count(),
        func.max(case((changed_on <= today, changed_on))),
    )
    return DuePurge(today, *connection.execute(counts).one())


def purge_unless_unusual(
    connection: Connection, today: date, days: int, memory: PurgeMemory
) -> tuple[int, DuePurge]:
    """Delete what is due unless the purge waits; return how many were deleted, and what was due."""
    due = memory.apply(find_due(connection, today, days))
    memory.update(due)
    return (0 if due.waits else deletion.purge(connection, today, days)), due
