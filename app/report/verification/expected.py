"""The document that follows from the files attached to a PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from app.exchange import assessment_json, first_scorecard_json, peers_json, pulse_json, scorecard_json
from app.exchange.assessment_file import AssessmentFile
from app.exchange.faults import FaultyAssessmentError
from app.exchange.peers_json import FaultyPeersError
from app.exchange.pulse_json import FaultyPulseError
from app.exchange.rounds import rounds_json
from app.exchange.rounds.rounds_json import FaultyRoundsError
from app.exchange.voices import voices_json
from app.exchange.voices.voices_json import FaultyVoicesError
from app.maturity import scorecard
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.standings import PeerStandings, peer_standings
from app.maturity.pulse.results import PulseResult
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.history import RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.maturity.versions.versions import QuestionnaireVersions
from app.maturity.voices.disagreement import Voices
from app.report.document_of_file import render_pdf
from app.report.verification import verdict
from app.report.verification.verdict import PdfFinding, PdfOutcome

ANSWERS, NUMBERS = "assessment.json", "scorecard.json"
OPTIONAL = frozenset(("pulse.json", "peers.json", "rounds.json", "voices.json"))

# What each error in an attached file means.
_SENTENCES: dict[type[Exception], str] = {
    FaultyPeersError: verdict.FOREIGN,
    FaultyPulseError: verdict.OTHER_PULSE,
    FaultyRoundsError: verdict.OTHER_ROUNDS,
    FaultyVoicesError: verdict.OTHER_VOICES,
}


class UnconfirmedError(Exception):
    """The attached files do not follow from each other; ``finding`` says what is wrong."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.finding = PdfFinding(PdfOutcome.UNCONFIRMED, sentence, values)


@dataclass(frozen=True)
class AttachedFiles:
    """The files attached to a PDF by name, read with the known versions up to the latest day."""

    files: Mapping[str, bytes]
    versions: QuestionnaireVersions
    latest: date

    def printed(self, language: Language, *, kind: str, stated_sum: str) -> bytes:
        """Return the document as this version prints it, or raise UnconfirmedError.

        ``stated_sum`` is the SHA-256 that the metadata state, or empty if they were lost.
        """
        try:
            return self._printed(language, kind=kind, stated_sum=stated_sum)
        except tuple(_SENTENCES) as error:
            raise UnconfirmedError(_SENTENCES[type(error)]) from None
        except FaultyAssessmentError as error:
            raise UnconfirmedError(verdict.FAULTY_ANSWERS, fault=error.faults[0]) from None

    def _printed(self, language: Language, *, kind: str, stated_sum: str) -> bytes:
        card, history = self._card
        if stated_sum and sha256(self.files[NUMBERS]).hexdigest() != stated_sum:
            raise UnconfirmedError(verdict.OTHER_SUM)
        pulse, standings = self._pulse, self._standings(card)
        if history is None:
            raise UnconfirmedError(verdict.EARLIER_RELEASE)
        return render_pdf(
            card,
            language,
            board=kind == "board",
            pack=kind == "pack",
            pulse=pulse,
            standings=standings,
            history=history,
            whole=self._whole,
            voices=self._voices(card),
        )

    @cached_property
    def _whole(self) -> AssessmentFile:
        return assessment_json.read_file(self.files[ANSWERS], self.versions, self.latest)

    @cached_property
    def _questionnaire(self) -> Questionnaire:
        return self.versions.for_assessment(self._whole.assessment)

    @cached_property
    def _card(self) -> tuple[Scorecard, RoundHistory | None]:
        """The scorecard with the attached numbers and its history, which one of the first release has not."""
        # Online a result is interim until its owner presses Complete, which the answers do not record.
        cards = [
            scorecard.build(self._questionnaire, self._whole.assessment, completed=completed)
            for completed in (True, False)
        ]
        histories = [self._history(each) for each in cards]
        voices, numbers = self._voices(cards[0]), self.files[NUMBERS]
        for card, history in zip(cards, histories, strict=True):
            if scorecard_json.write(card, history, voices) == numbers:
                return card, history
        for card in cards:
            if first_scorecard_json.write(card) == numbers:
                return card, None
        raise UnconfirmedError(verdict.OTHER_NUMBERS)

    def _history(self, card: Scorecard) -> RoundHistory:
        return rounds_json.read(self.files.get("rounds.json"), card, self.versions.for_assessment)

    def _voices(self, card: Scorecard) -> Voices | None:
        asked = card.questionnaire.questions_in(card.assessment.profile.variant)
        return voices_json.read(self.files.get("voices.json"), asked)

    def _standings(self, card: Scorecard) -> PeerStandings | None:
        content = self.files.get("peers.json")
        if content is None:
            return None
        letters = (domain.letter for domain in card.questionnaire.domains)
        return peer_standings(card, peers_json.read(content, (OVERALL, *letters)))

    @cached_property
    def _pulse(self) -> PulseResult | None:
        content = self.files.get("pulse.json")
        if content is None:
            return None
        pulse = pulse_json.read(content, self._questionnaire)
        if pulse_json.write(pulse) != content or not pulse.shown_questions:
            raise FaultyPulseError
        return pulse
