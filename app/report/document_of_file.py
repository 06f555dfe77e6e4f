"""The scorecard or the board’s page of an assessment file."""

from app.exchange.assessment_file import AssessmentFile
from app.maturity.peers.standings import PeerStandings
from app.maturity.pulse.results import PulseResult
from app.maturity.review import USUAL_REVIEW, ReviewChoice
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.maturity.voices.disagreement import Voices
from app.report.board import render_board
from app.report.files import scorecard_files
from app.report.pack import render_pack
from app.report.scorecard import render_scorecard
from app.translations import translator
from app.translations.wording import Wording


def render_pdf(
    card: Scorecard,
    language: Language,
    *,
    board: bool = False,
    pack: bool = False,
    pulse: PulseResult | None = None,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    whole: AssessmentFile | None = None,
    voices: Voices | None = None,
) -> bytes:
    """Return the PDF of a scorecard, of its board’s page or of both as a pack, with the files attached."""
    wording = Wording(language, translator(language), card.questionnaire)
    files = scorecard_files(card, pulse, standings, history, whole, voices)
    if board:
        review = review_of(whole)
        return render_board(
            card, wording, attachments=files, standings=standings, history=history, review=review
        )
    if pack:
        return render_pack(
            card,
            wording,
            attachments=files,
            pulse=pulse,
            standings=standings,
            history=history,
            plan=whole.plan if whole else (),
            voices=voices,
            review=review_of(whole),
        )
    return render_scorecard(
        card,
        wording,
        attachments=files,
        pulse=pulse,
        standings=standings,
        history=history,
        plan=whole.plan if whole else (),
        voices=voices,
    )


def review_of(file: AssessmentFile | None) -> ReviewChoice:
    """Return when the next review is due by an assessment file, or by no file."""
    # Of several choices in one round a calendar takes the one that is imported last.
    return ReviewChoice(file.review_on, file.number or 0) if file else USUAL_REVIEW
