"""The roles of links, and the documents that each may open."""

from dataclasses import dataclass

from app.storage.sealing.documents import (
    COMPLETION,
    HISTORY_PREFIX,
    LEVELS_PREFIX,
    LINKS,
    OPINIONS,
    OUTLINE,
    PLAN_ACTIONS_PREFIX,
    PLAN_NOTES_PREFIX,
    PROFILE,
    PROGRAMME,
    PULSE,
    PULSE_CODE,
    PULSE_KEY,
    RECEIPT,
    REVIEW,
    ROUND_LEVELS_PREFIX,
    ROUND_VOICES_PREFIX,
    ROUNDS,
    TARGETS,
    VOICE_PREFIX,
    levels_document,
)

OWNER = "owner"
# A viewer reads everything of the results; a results viewer reads no comment and no evidence.
VIEWER = "viewer"
RESULTS_VIEWER = "results_viewer"
CONTRIBUTOR = "contributor"
# Sends the staff pulse and reads its results, and nothing else: for HR.
PULSE_VIEWER = "pulse_viewer"
# Answers some domains by itself, and reads nothing but its own answers.
VOICE = "voice"
# For programs, which send the code with each request: they read as a viewer of everything, and the second
# also answers and plans. In a browser they open nothing.
API_READER, API_WRITER = "api_reader", "api_writer"
API_ROLES = (API_READER, API_WRITER)

_RESULTS = (PROFILE, OPINIONS, TARGETS, COMPLETION, PULSE, REVIEW, ROUNDS)
_RESULTS_PREFIXES = (LEVELS_PREFIX, ROUND_LEVELS_PREFIX, PLAN_ACTIONS_PREFIX)
# Before the letter of a domain: what its contributors read.
_DOMAIN_PREFIXES = ("", LEVELS_PREFIX, PLAN_ACTIONS_PREFIX, PLAN_NOTES_PREFIX)
_OF_THE_PULSE = (OUTLINE, PULSE, PULSE_CODE)
_NEVER_VIEWED = (OUTLINE, LINKS, PROGRAMME, PULSE_CODE, PULSE_KEY, RECEIPT)
_NEVER_VIEWED_PREFIXES = (HISTORY_PREFIX, LEVELS_PREFIX, ROUND_VOICES_PREFIX, VOICE_PREFIX)


@dataclass(frozen=True, slots=True)
class Grant:
    """What a link may open of an assessment; a document's key is wrapped to exactly this.

    ``domains`` are the letters of the domains that a contributor or a voice may answer, and ``scores`` is
    whether a contributor may see their scores; owners and viewers have neither.
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
        if self.role == OWNER or (self.role, other.role) == (VIEWER, RESULTS_VIEWER):
            return True
        # Two voices are two persons, whatever their domains.
        if self.role != other.role or (self.role == VOICE and self.link_id != other.link_id):
            return False
        return set(other.domains) <= set(self.domains) and other.scores <= self.scores

    @property
    def is_owner(self) -> bool:
        """Return whether the link may do everything."""
        return self.role == OWNER

    @property
    def head_document(self) -> str:
        """Return the document that names the questionnaire: the profile, or the outline without it."""
        return OUTLINE if self.role in (CONTRIBUTOR, PULSE_VIEWER, VOICE) else PROFILE

    @property
    def history_document(self) -> str:
        """Return the name of the link's history."""
        return f"{HISTORY_PREFIX}{self.link_id}"

    @property
    def voice_document(self) -> str:
        """Return the name of the document that holds the answers of the link, if it is a voice."""
        return f"{VOICE_PREFIX}{self.link_id}"

    def may_read(self, document: str) -> bool:
        """Return whether the link gets the key of a document."""
        if self.role == OWNER or document == self.history_document:
            return True
        if self.role == CONTRIBUTOR:
            return document == OUTLINE or document in self._domain_documents
        if self.role == VOICE:
            return document in (OUTLINE, self.voice_document)
        if self.role == PULSE_VIEWER:
            return document in _OF_THE_PULSE
        if self.role == RESULTS_VIEWER:
            return document in _RESULTS or document.startswith(_RESULTS_PREFIXES)
        # A save repeats the levels of its domain.
        if self.role == API_WRITER and document.startswith(LEVELS_PREFIX):
            return True
        return document not in _NEVER_VIEWED and not document.startswith(_NEVER_VIEWED_PREFIXES)

    def may_answer(self, letter: str) -> bool:
        """Return whether the link may change the answers of a domain."""
        return self.may_plan or (self.role == CONTRIBUTOR and letter in self.domains)

    @property
    def may_plan(self) -> bool:
        """Return whether the link may change everything of the plan; a contributor may not."""
        return self.role in (OWNER, API_WRITER)

    @property
    def _domain_documents(self) -> frozenset[str]:
        return frozenset(f"{prefix}{letter}" for prefix in _DOMAIN_PREFIXES for letter in self.domains)

    def domain_document(self, letter: str) -> str:
        """Return the document from which the link reads a domain: the whole, or its levels alone."""
        return levels_document(letter) if self.role == RESULTS_VIEWER else letter


@dataclass(frozen=True, slots=True)
class Recipient:
    """A link with the public key that documents' keys are wrapped to."""

    grant: Grant
    public_key: bytes
