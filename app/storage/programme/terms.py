"""What a programme is, as its coordinators and the organisations that it invites read it.

Its terms are sealed three times: for coordinators, for each invitation's token, and in the assessment that
has accepted one. So nobody can put another public key in place of the programme's.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ProgrammeTerms:
    """A programme: its name, whom to ask, and which version and variant of the questionnaire it fixes.

    ``public_key`` is the one that submissions are sealed to.
    """

    programme_id: str
    name: str
    contact: str
    questionnaire_id: str
    version: str
    variant: str
    public_key: bytes

    def fits(self, questionnaire_id: str, version: str, variant: str) -> bool:
        """Return whether an assessment or a round of these can be submitted."""
        return (self.questionnaire_id, self.version, self.variant) == (questionnaire_id, version, variant)


@dataclass(frozen=True, slots=True)
class ProgrammeDays:
    """The days of a programme in UTC: created, the last on which it is open or None, closed or None."""

    created_on: date
    closes_on: date | None = None
    closed_on: date | None = None

    def is_open(self, today: date) -> bool:
        """Return whether organisations may accept invitations and submit."""
        return self.closed_on is None and (self.closes_on is None or today <= self.closes_on)


def write(terms: ProgrammeTerms) -> bytes:
    """Return the bytes of the terms."""
    content = asdict(terms) | {"public_key": terms.public_key.hex()}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read(content: bytes) -> ProgrammeTerms:
    """Return the terms from their bytes."""
    stored = json.loads(content)
    return ProgrammeTerms(**stored | {"public_key": bytes.fromhex(stored["public_key"])})
