"""The pack for a board: its page and the scorecard as one file, so that nobody has to merge them."""

from app.maturity.peers.standings import PeerStandings
from app.maturity.plan.plan import Plan
from app.maturity.pulse.results import PulseResult
from app.maturity.review import USUAL_REVIEW, ReviewChoice
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.voices.disagreement import Voices
from app.report.board import board_blocks
from app.report.files import ScorecardFiles
from app.report.metadata import build_scorecard_metadata
from app.report.process_wording import set_all_wording
from app.report.scorecard import chapters
from app.translations.wording import Wording
from app.typesetting.document import build_pdf


def render_pack(
    scorecard: Scorecard,
    wording: Wording,
    *,
    attachments: ScorecardFiles | None = None,
    pulse: PulseResult | None = None,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    plan: Plan = (),
    voices: Voices | None = None,
    review: ReviewChoice = USUAL_REVIEW,
    shows_answers: bool = True,
) -> bytes:
    """Return the board’s page and the scorecard as one PDF; equal content gives equal bytes.

    The arguments are those of the two documents.
    """
    set_all_wording(wording)
    title = wording._("Board page and scorecard: social media policy readiness")
    metadata = build_scorecard_metadata("pack", scorecard, wording, title, attachments)
    page = board_blocks(scorecard, wording, standings, history, review, in_pack=True)
    return build_pdf(
        metadata,
        lambda pages: [
            page,
            *chapters(
                scorecard,
                wording,
                pages,
                pulse,
                standings,
                history,
                plan,
                voices,
                shows_answers=shows_answers,
            ),
        ],
    )
