"""The roles of links, and the documents that each may open."""

from dataclasses import dataclass

from app.storage.sealing.documents import HISTORY_PREFIX, LINKS, OUTLINE, PROFILE, PULSE_KEY, RECEIPT

OWNER = "owner"
VIEWER = "viewer"
CONTRIBUTOR = "contributor"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a link may open of an assessment; a document's key is wrapped to exactly this.

    ``domains`` are the letters of the domains that a contributor may answer, and ``scores`` is whether it may
    see their scores; owners and viewers have neither.
    """

    assessment_id: str
    link_id: str
    role: str
    domains: str = ""
    scores: bool = False

    def exceeds(self, other: "Grant") -> bool:
        """Return whether the link may do all that another may, and more."""
        return self._includes(other) and not other._includes(self)

    def _includes(self, other: "Grant") -> bool:
        if self.role == OWNER or self.role != other.role:
            return self.role == OWNER
        return set(other.domains) <= set(self.domains) and other.scores <= self.scores

    @property
    def head_document(self) -> str:
        """Return the document that names the questionnaire: the profile, or a contributor's outline."""
        return OUTLINE if self.role == CONTRIBUTOR else PROFILE

    @property
    def history_document(self) -> str:
        """Return the name of the link's history."""
        return f"{HISTORY_PREFIX}{self.link_id}"

    def may_read(self, document: str) -> bool:
        """Return whether the link gets the key of a document."""
        if self.role == OWNER or document == self.history_document:
            return True
        if self.role == CONTRIBUTOR:
            return document in (OUTLINE, *self.domains)
        return document not in (OUTLINE, LINKS, PULSE_KEY, RECEIPT) and not document.startswith(
            HISTORY_PREFIX
        )


@dataclass(frozen=True, slots=True)
class Recipient:
    """A link with the public key that documents' keys are wrapped to."""

    grant: Grant
    public_key: bytes
