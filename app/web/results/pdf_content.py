"""The two PDFs of a result with what they are shown beside: its pulse, its peers and its files."""

from dataclasses import dataclass

from app.maturity.peers.snapshot import Snapshot
from app.maturity.peers.standings import PeerStandings, peer_standings
from app.maturity.pulse.results import PulseResult
from app.maturity.scorecard import Scorecard
from app.report.board import render_board
from app.report.files import scorecard_files
from app.report.scorecard import render_scorecard
from app.web.request import language


@dataclass(frozen=True, slots=True)
class PdfContent:
    """A scorecard, the closed pulse and the published peers; links that see results only get no answers."""

    card: Scorecard
    pulse: PulseResult | None
    snapshot: Snapshot | None
    shows_answers: bool

    def render_scorecard(self) -> bytes:
        """Return the scorecard PDF in the language of the page."""
        standings = self._standings
        return render_scorecard(
            self.card,
            language.wording(self.card.questionnaire),
            attachments=scorecard_files(self.card, self.pulse, standings) if self.shows_answers else None,
            pulse=self.pulse,
            standings=standings,
            shows_answers=self.shows_answers,
        )

    def render_board(self) -> bytes:
        """Return the board page in the language of the page; it does not show the pulse."""
        standings, wording = self._standings, language.wording(self.card.questionnaire)
        files = scorecard_files(self.card, standings=standings) if self.shows_answers else None
        return render_board(self.card, wording, attachments=files, standings=standings)

    @property
    def _standings(self) -> PeerStandings | None:
        """Return the standings, or None while no cohort is published."""
        standings = peer_standings(self.card, self.snapshot)
        return standings if standings and standings.cohorts else None
