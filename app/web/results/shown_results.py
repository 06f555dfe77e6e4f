"""What the pages and files of results need to know of results, whosever they are."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Protocol

from app.exchange.assessment_file import AssessmentFile
from app.maturity.answers import Assessment
from app.maturity.peers.snapshot import Snapshot
from app.maturity.plan.plan import Plan
from app.maturity.pulse.results import PulseResult
from app.maturity.review import ReviewChoice
from app.maturity.rounds.history import RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.voices.disagreement import Voices
from app.web.access import ShownAssessment


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
    def history(self) -> RoundHistory:
        """Return the rounds before, and what changed."""

    @property
    def assessment_id(self) -> str:
        """Return the public id of the assessment, also for a round of it."""

    @property
    def plan(self) -> Plan:
        """Return the actions, without notes for a link that sees results only."""

    @property
    def moment(self) -> datetime:
        """Return the moment at which actions are overdue or not."""

    @property
    def review(self) -> ReviewChoice:
        """Return the owner’s choice of the next review."""

    @property
    def shows_voices(self) -> bool:
        """Return whether the link may see what colleagues answer: an owner’s alone may."""

    @property
    def voices(self) -> Voices | None:
        """Return what colleagues answer, or None while it is not shown and for a link that may not see it."""

    @property
    def last_completion(self) -> date | None:
        """Return the day of completion; of an interim result that of the last round."""

    @property
    def without(self) -> frozenset[str]:
        """Return the pages that these results do not have."""

    @property
    def whole_file(self) -> AssessmentFile:
        """Return what assessment.json holds; raise ForbiddenError for a link that may not see the answers."""

    @property
    def frame(self) -> Mapping[str, object]:
        """Return what the frame of a page needs besides."""

    def keep_pdf(self, kind: str, build: Callable[[], bytes]) -> bytes:
        """Return a PDF in the language of the page, built only if it is not kept."""
