"""A programme: the organisations that one body has invited, how far each is, and what it submitted."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.maturity.programme.submission import Submission

State = Literal["not_begun", "begun", "complete", "submitted", "left"]
# In the order in which an organisation goes through them.
STATES: tuple[State, ...] = ("not_begun", "begun", "complete", "submitted", "left")

MAX_INVITATIONS = 2_000
# Code points of a programme’s name, and of what its coordinator calls an organisation.
NAME_LIMIT = 200
LABEL_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Organisation:
    """An invited organisation, as the coordinator sees it.

    ``label`` is the coordinator’s word for it. ``day`` is the day in UTC of its state. ``submissions`` are in
    the order of their rounds; ``unreadable`` counts those that cannot be opened.
    """

    invitation_id: str
    label: str
    state: State
    day: date
    submissions: tuple[Submission, ...] = ()
    unreadable: int = 0

    @property
    def newest(self) -> Submission | None:
        """Return the submission of the latest round, or None."""
        return self.submissions[-1] if self.submissions else None

    @property
    def earlier(self) -> Submission | None:
        """Return the submission before the newest, or None."""
        return self.submissions[-2] if len(self.submissions) > 1 else None

    @property
    def name(self) -> str:
        """Return the name that the organisation submitted, or an empty text."""
        return self.newest.organisation if self.newest else ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of one variant and one version of the questionnaire.

    ``closes_on`` is the last day on which organisations may submit, or None; ``closed_on`` is the day on
    which the coordinator closed it.
    """

    name: str
    questionnaire_id: str
    version: str
    variant: str
    created_on: date
    closes_on: date | None = None
    closed_on: date | None = None
    organisations: tuple[Organisation, ...] = ()
