"""The files that travel inside a scorecard’s PDF, and what its metadata say of them."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from app.translations.wording import Wording
from app.typesetting.tagged.attachments import Attachment
from app.typesetting.tagged.metadata import XmpProperty, XmpSchema

DocumentKind = Literal["scorecard", "board", "questionnaire", "poster", "peers"]

_NAMESPACE = "urn:muster:document#"


@dataclass(frozen=True, slots=True)
class ScorecardFiles:
    """An assessment.json, the scorecard.json that it scores to, and what else is shown.

    That is: a pulse.json of a staff pulse, a peers.json of published cohorts.
    """

    assessment: bytes
    scorecard: bytes
    pulse: bytes | None = None
    peers: bytes | None = None


def build_attachments(attached: ScorecardFiles | None, wording: Wording) -> tuple[Attachment, ...]:
    """Give the files with what each is to the document: its source, and its data."""
    if attached is None:
        return ()
    _ = wording._
    answers = _("The answers, to import them again")
    numbers = _("Every number of this document")
    found = [
        Attachment("assessment.json", "application/json", answers, attached.assessment, "Source"),
        Attachment("scorecard.json", "application/json", numbers, attached.scorecard, "Data"),
    ]
    if attached.pulse:
        counts = _("The counts of the staff pulse, and what follows from them")
        found.append(Attachment("pulse.json", "application/json", counts, attached.pulse, "Source"))
    if attached.peers:
        published = _("The published figures of peers that this document shows")
        found.append(Attachment("peers.json", "application/json", published, attached.peers, "Data"))
    return tuple(found)


def document_schema(attached: ScorecardFiles | None, wording: Wording, kind: DocumentKind) -> XmpSchema:
    """Say which document it is, by which questionnaire it speaks, and which scorecard it carries."""
    questionnaire = f"{wording.questionnaire.id} {wording.questionnaire.version}"
    properties = [
        XmpProperty(
            "kind",
            kind,
            "Which of Muster’s documents: scorecard, board, questionnaire, poster or peers",
        ),
        XmpProperty("questionnaire", questionnaire, "Questionnaire and its version"),
    ]
    if attached:
        sum = sha256(attached.scorecard).hexdigest()
        properties.append(
            XmpProperty("scorecard", sum, "SHA-256 of the attached scorecard.json, hexadecimal")
        )
    return XmpSchema(_NAMESPACE, "muster", "Muster document", tuple(properties))


def is_board(packet: str) -> bool:
    """Say whether a document’s metadata call it the board’s page."""
    return "<muster:kind>board</muster:kind>" in packet
