"""Who reads: a link with its role, and the documents that it may open."""

from dataclasses import dataclass

from app.storage.sealing.documents import HISTORY_PREFIX, LINKS, OUTLINE, PROFILE, PULSE_KEY, RECEIPT

OWNER = "owner"
VIEWER = "viewer"
CONTRIBUTOR = "contributor"


@dataclass(frozen=True, slots=True)
class Grant:
    """A link to which documents' keys are wrapped; each opens for this link, in this role, only.

    ``domains`` are the letters of those that a contributor may answer, and ``scores`` says whether it may see
    how they score; an owner and a viewer have neither.
    """

    assessment_id: str
    link_id: str
    role: str
    domains: str = ""
    scores: bool = False

    @property
    def head_document(self) -> str:
        """Name the document that says what is asked: a contributor's does not say of whom."""
        return OUTLINE if self.role == CONTRIBUTOR else PROFILE

    @property
    def history_document(self) -> str:
        """Name the document of what this link changed."""
        return f"{HISTORY_PREFIX}{self.link_id}"

    def may_read(self, document: str) -> bool:
        """Say whether the link gets the key of a document."""
        if self.role == OWNER or document == self.history_document:
            return True
        if self.role == CONTRIBUTOR:
            return document in (OUTLINE, *self.domains)
        return document not in (OUTLINE, LINKS, PULSE_KEY, RECEIPT) and not document.startswith(
            HISTORY_PREFIX
        )


@dataclass(frozen=True, slots=True)
class Recipient:
    """A reader with the public key that documents' keys are wrapped to."""

    grant: Grant
    public_key: bytes
