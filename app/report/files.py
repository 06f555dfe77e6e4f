"""The files that are attached to a scorecard’s PDF, and what its metadata say about them."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from app.exchange import assessment_json, peers_json, pulse_json, scorecard_json
from app.exchange.assessment_file import AssessmentFile
from app.exchange.rounds import rounds_json
from app.exchange.voices import voices_json
from app.maturity.peers.standings import PeerStandings
from app.maturity.pulse.results import PulseResult
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.voices.disagreement import Voices
from app.translations.wording import Wording
from app.typesetting.tagged.attachments import Attachment
from app.typesetting.tagged.metadata import XmpProperty, XmpSchema

DocumentKind = Literal[
    "scorecard",
    "board",
    "pack",
    "questionnaire",
    "poster",
    "peers",
    "tasks",
    "meeting",
    "programme",
    "invitations",
]

_NAMESPACE = "urn:muster:document#"


@dataclass(frozen=True, slots=True)
class ScorecardFiles:
    """The contents of assessment.json and of the scorecard.json that follows from it.

    ``pulse`` is a pulse.json if the document shows a staff pulse, ``peers`` a peers.json if it shows cohorts,
    ``rounds`` a rounds.json if there were rounds before, ``voices`` a voices.json if it shows what colleagues
    answered.
    """

    assessment: bytes
    scorecard: bytes
    pulse: bytes | None = None
    peers: bytes | None = None
    rounds: bytes | None = None
    voices: bytes | None = None


def scorecard_files(
    scorecard: Scorecard,
    pulse: PulseResult | None = None,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    whole: AssessmentFile | None = None,
    voices: Voices | None = None,
) -> ScorecardFiles:
    """Write the files of a scorecard, with those of the pulse, peers, rounds and voices that its PDF shows.

    ``whole`` is the assessment with its rounds and its plan, if it has any.
    """
    assessment = scorecard.assessment
    version, variant = assessment.version, assessment.profile.variant
    return ScorecardFiles(
        assessment=assessment_json.write_file(whole or AssessmentFile(assessment, scorecard.questionnaire)),
        scorecard=scorecard_json.write(scorecard, history, voices),
        pulse=pulse_json.write(pulse) if pulse else None,
        peers=peers_json.write(standings, version, variant) if standings else None,
        rounds=rounds_json.write(history) if history.earlier else None,
        voices=voices_json.write(voices) if voices else None,
    )


def build_attachments(attached: ScorecardFiles | None, wording: Wording) -> tuple[Attachment, ...]:
    """Return the files as attachments, each marked as the source or the data of the document."""
    if attached is None:
        return ()
    _ = wording._
    answers = _("The answers, to import them again")
    numbers = _("The numbers of this document, without those of peers and of a staff pulse")
    built = [
        Attachment("assessment.json", "application/json", answers, attached.assessment, "Source"),
        Attachment("scorecard.json", "application/json", numbers, attached.scorecard, "Data"),
    ]
    if attached.pulse:
        counts = _("The counts of the staff pulse, and what follows from them")
        built.append(Attachment("pulse.json", "application/json", counts, attached.pulse, "Source"))
    if attached.peers:
        published = _("The published figures of peers that this document shows")
        built.append(Attachment("peers.json", "application/json", published, attached.peers, "Data"))
    if attached.rounds:
        earlier = _("The earlier rounds that this document is compared with")
        built.append(Attachment("rounds.json", "application/json", earlier, attached.rounds, "Source"))
    if attached.voices:
        colleagues = _("What colleagues answered independently, by role, with their comments")
        built.append(Attachment("voices.json", "application/json", colleagues, attached.voices, "Source"))
    return tuple(built)


def document_schema(attached: ScorecardFiles | None, wording: Wording, kind: DocumentKind) -> XmpSchema:
    """Return the metadata that name the kind of document, the questionnaire and the scorecard attached."""
    questionnaire = f"{wording.questionnaire.id} {wording.questionnaire.version}"
    properties = [
        XmpProperty(
            "kind",
            kind,
            "Which of Muster’s documents: scorecard, board, questionnaire, poster, peers, tasks or meeting",
        ),
        XmpProperty("questionnaire", questionnaire, "Questionnaire and its version"),
    ]
    if attached:
        digest = sha256(attached.scorecard).hexdigest()
        properties.append(
            XmpProperty("scorecard", digest, "SHA-256 of the attached scorecard.json, hexadecimal")
        )
    return XmpSchema(_NAMESPACE, "muster", "Muster document", tuple(properties))


def is_board(packet: str) -> bool:
    """Return whether a document’s metadata call it the board’s page."""
    return "<muster:kind>board</muster:kind>" in packet
