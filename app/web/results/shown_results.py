"""What the pages and files of results need to know of results, whosever they are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.maturity.answers import Assessment
from app.maturity.peers.snapshot import Snapshot
from app.maturity.pulse.results import PulseResult
from app.maturity.rounds.round import Round
from app.maturity.scorecard import Scorecard
from app.storage.rounds.documents import ComparedRound
from app.web.access import ShownAssessment


@dataclass(frozen=True, slots=True)
class EarlierRounds:
    """The closed rounds that results are shown with, and the one that they are compared with.

    ``closed`` includes the round of the results themselves if they are closed.
    """

    closed: tuple[Round, ...] = ()
    compared: ComparedRound | None = None


class ShownResults(ShownAssessment, Protocol):
    """The present results, those of a closed round or the worked example's; what costs is read when used."""

    @property
    def assessment(self) -> Assessment:
        """Return the answers."""

    @property
    def card(self) -> Scorecard:
        """Return the scorecard."""

    @property
    def today(self) -> date:
        """Return the day in UTC from which days are counted."""

    @property
    def pulse(self) -> PulseResult | None:
        """Return the closed staff pulse, if it shows anything."""

    @property
    def snapshot(self) -> Snapshot | None:
        """Return the published figures of peers."""

    @property
    def rounds(self) -> EarlierRounds:
        """Return the rounds before."""

    @property
    def without(self) -> frozenset[str]:
        """Return the pages that these results do not have."""

    @property
    def frame(self) -> Mapping[str, object]:
        """Return what the frame of a page needs besides."""

    def keep_pdf(self, kind: str, build: Callable[[], bytes]) -> bytes:
        """Return a PDF in the language of the page, built only if it is not kept."""
