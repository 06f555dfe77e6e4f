"""The command that checks a PDF written by Muster."""

from hashlib import sha256
from pathlib import Path

import click

from app.cli import files, scoring
from app.cli.errors import CommandGroup, InputError
from app.cli.versions import load_versions
from app.exchange import assessment_json, first_scorecard_json, peers_json, pulse_json, scorecard_json
from app.exchange.assessment_file import AssessmentFile
from app.exchange.faults import FaultyAssessmentError
from app.exchange.peers_json import FaultyPeersError
from app.exchange.pulse_json import FaultyPulseError
from app.exchange.rounds import rounds_json
from app.exchange.rounds.rounds_json import FaultyRoundsError
from app.exchange.voices import voices_json
from app.exchange.voices.voices_json import FaultyVoicesError
from app.maturity import clock, scorecard
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.standings import PeerStandings, peer_standings
from app.maturity.pulse.results import PulseResult
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.text import LANGUAGES
from app.maturity.voices.disagreement import Voices
from app.report.files import is_board
from app.typesetting.tagged.read_back import DocumentContents, ForeignFileError, read_contents

report_commands = CommandGroup("report", help="Check the PDFs that Muster writes.")

_FILES = {"assessment.json", "scorecard.json"}
_OPTIONAL = {"pulse.json", "peers.json", "rounds.json", "voices.json"}
_LIMIT = 64_000_000
_FOREIGN = (
    "This is not a document as Muster writes it: it was changed, saved again, or made by another program."
)
_OTHER_NUMBERS = "The attached answers give other scores than the attached scorecard.json holds."
_OTHER_PULSE = "The counts in the attached pulse.json give other numbers than the file holds."
_OTHER_ROUNDS = "The attached rounds.json is not a file as Muster writes it."
_OTHER_VOICES = "The attached voices.json is not a file as Muster writes it."
_OTHER_SUM = "The attached scorecard.json does not have the SHA-256 that the document states."
_EARLIER_RELEASE = (
    "Muster 1.0.0 wrote this document. Its attached answers give every number in its scorecard.json and the"
    " order of recommendations of that release. Its pages are not compared: this release ranks"
    " recommendations in another order and prints other pages."
)
_OTHER_PAGES = (
    "The attached answers give the scores in the attached scorecard.json, but this version of Muster prints"
    " other pages for them: the document was changed, or another version wrote it."
)

# What each error in a document or in a file attached to it means.
_SENTENCES: dict[type[Exception], str] = {
    ForeignFileError: _FOREIGN,
    FaultyPeersError: _FOREIGN,
    FaultyPulseError: _OTHER_PULSE,
    FaultyRoundsError: _OTHER_ROUNDS,
    FaultyVoicesError: _OTHER_VOICES,
}


@report_commands.command("verify", with_appcontext=False)
@click.argument("file", type=click.Path(path_type=Path))
def verify(file: Path) -> None:
    """Score the answers attached to a scorecard or a board’s page, and compare every number and page."""
    content = files.read_bytes(file, _LIMIT)
    try:
        fault = _fault(content, file)
    except tuple(_SENTENCES) as error:
        fault = _SENTENCES[type(error)]
    if fault:
        raise InputError(f"{files.printable_name(file)}: {fault}")
    click.echo(f"{files.printable_name(file)}: every number and every page follows from the attached files.")


def _fault(content: bytes, file: Path) -> str | None:
    document = read_contents(content)
    if set(document.files) - _OPTIONAL != _FILES or document.language not in LANGUAGES:
        return _FOREIGN
    whole = _assessment(document, file)
    assessment = whole.assessment
    # Online a result is interim until its owner presses Complete, which the answers do not record.
    questionnaire = load_versions().for_assessment(assessment)
    cards = [scorecard.build(questionnaire, assessment, completed=completed) for completed in (True, False)]
    numbers = document.files["scorecard.json"]
    histories = [_history(document, each) for each in cards]
    voices = _voices(document, cards[0])
    found = (
        (card, history)
        for card, history in zip(cards, histories, strict=True)
        if scorecard_json.write(card, history, voices) == numbers
    )
    card, history = next(found, (None, NO_HISTORY))
    earlier = None if card else _card_of_first_release(cards, numbers)
    card = card or earlier
    if card is None:
        return _OTHER_NUMBERS
    if sha256(numbers).hexdigest() not in document.packet:
        return _OTHER_SUM
    language = next(each for each in LANGUAGES if each == document.language)
    board = is_board(document.packet)
    pulse, standings = _pulse(document, questionnaire), _peer_standings(document, card)
    if earlier:
        return _EARLIER_RELEASE
    printed = scoring.render_pdf(
        card,
        language,
        board=board,
        pulse=pulse,
        standings=standings,
        history=history,
        whole=whole,
        voices=voices,
    )
    return None if printed == content else _OTHER_PAGES


def _card_of_first_release(cards: list[Scorecard], numbers: bytes) -> Scorecard | None:
    return next((each for each in cards if first_scorecard_json.write(each) == numbers), None)


def _history(document: DocumentContents, card: Scorecard) -> RoundHistory:
    """Return what changed since the attached rounds, or raise FaultyRoundsError."""
    return rounds_json.read(document.files.get("rounds.json"), card, load_versions().for_assessment)


def _voices(document: DocumentContents, card: Scorecard) -> Voices | None:
    """Return what colleagues answered, or raise FaultyVoicesError."""
    asked = card.questionnaire.questions_in(card.assessment.profile.variant)
    return voices_json.read(document.files.get("voices.json"), asked)


def _peer_standings(document: DocumentContents, card: Scorecard) -> PeerStandings | None:
    """Return the standings of the scores among the attached figures, or raise FaultyPeersError."""
    content = document.files.get("peers.json")
    if content is None:
        return None
    letters = (domain.letter for domain in card.questionnaire.domains)
    return peer_standings(card, peers_json.read(content, (OVERALL, *letters)))


def _pulse(document: DocumentContents, questionnaire: Questionnaire) -> PulseResult | None:
    """Return the attached pulse, or raise FaultyPulseError if its counts give other numbers."""
    content = document.files.get("pulse.json")
    if content is None:
        return None
    pulse = pulse_json.read(content, questionnaire)
    if pulse_json.write(pulse) != content or not pulse.shown_questions:
        raise FaultyPulseError
    return pulse


def _assessment(document: DocumentContents, file: Path) -> AssessmentFile:
    try:
        latest = clock.latest_day(clock.utc_now())
        return assessment_json.read_file(document.files["assessment.json"], load_versions(), latest)
    except FaultyAssessmentError as error:
        raise InputError("\n".join(scoring.fault_lines(file, error))) from None
