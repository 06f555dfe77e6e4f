"""An invitation as its coordinator hands it out: in a list, and as a letter."""

from dataclasses import dataclass
from datetime import date

from app.maturity.programme.programme import State


@dataclass(frozen=True, slots=True)
class IssuedInvitation:
    """One invited organisation: its label, its state and the day of it, and the address that it opens.

    ``address`` is empty once the invitation is used, since it opens nothing then.
    """

    label: str
    state: State
    day: date
    address: str
