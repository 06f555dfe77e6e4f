"""What the sealed documents of an assessment hold, as bytes and back.

One document per domain, named by its letter, and those below. The same content always gives the same bytes:
that is how a save that changes nothing is recognised.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from app.maturity.answers import Answer, Assessment, Profile

PROFILE = "profile"
OPINIONS = "opinions"
TARGETS = "targets"
COMPLETION = "completion"
SHARED = (PROFILE, OPINIONS, TARGETS, COMPLETION)

# What a contributor is told of the profile: which questions are asked.
OUTLINE = "outline"
# The list of links, and before a link's id what that link did.
LINKS = "links"
HISTORY_PREFIX = "history-"

# What a staff pulse published, and what only its owner needs of it; there is neither before one is opened.
PULSE = "pulse"
PULSE_KEY = "pulse-key"

# With what a contribution to peers is replaced or withdrawn; made before there is one, so that whether and
# when there is shows nowhere in the assessment.
RECEIPT = "receipt"

# Bound into every seal, so that a document of another form never passes for one of this.
DOCUMENT_SCHEMA = 2


@dataclass(frozen=True, slots=True)
class ProfileDocument:
    """The profile document: who is assessed, by which questionnaire, in which domains.

    ``moved_from`` is the version that the assessment followed when it was last complete, or began.
    """

    questionnaire: str
    version: str
    domains: tuple[str, ...]
    profile: Profile
    moved_from: str = ""

    @property
    def result_documents(self) -> tuple[str, ...]:
        """List the documents that make up the results."""
        return (*SHARED, *self.domains)


@dataclass(frozen=True, slots=True)
class Completion:
    """The day Complete was pressed and the version each domain had then."""

    on: date
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment as it is stored, with the version of each document that was read."""

    assessment: Assessment
    versions: Mapping[str, int]
    moved_from: str = ""

    @property
    def complete(self) -> bool:
        """Say whether Complete was pressed and no answer, nor the variant, changed since."""
        return self.assessment.completed_on is not None


def write_profile(head: ProfileDocument) -> bytes:
    """Give the bytes of the profile document."""
    # An assessment that was never moved keeps the bytes it always had.
    return _bytes({name: value for name, value in asdict(head).items() if name != "moved_from" or value})


def write_outline(head: ProfileDocument) -> bytes:
    """Give the bytes of the outline: the profile document without what it says of the organisation."""
    return write_profile(replace(head, profile=Profile(variant=head.profile.variant), moved_from=""))


def read_profile(content: bytes) -> ProfileDocument:
    """Read the profile document, or the outline."""
    stored = json.loads(content)
    return ProfileDocument(
        stored["questionnaire"],
        stored["version"],
        tuple(stored["domains"]),
        Profile(**stored["profile"]),
        stored.get("moved_from", ""),
    )


def write_answers(answers: Mapping[str, Answer]) -> bytes:
    """Give the bytes of a domain's document; blank answers are left out."""
    return _bytes({id: _filled(answer) for id, answer in answers.items() if not answer.is_blank})


def read_answers(content: bytes) -> dict[str, Answer]:
    """Read a domain's document."""
    return {id: _answer(**stored) for id, stored in json.loads(content).items()}


def write_opinions(opinions: Mapping[str, tuple[str, ...]]) -> bytes:
    """Give the bytes of the opinions document; unanswered questions are left out."""
    return _bytes({id: tokens for id, tokens in opinions.items() if tokens})


def read_opinions(content: bytes) -> dict[str, tuple[str, ...]]:
    """Read the opinions document."""
    return {id: tuple(tokens) for id, tokens in json.loads(content).items()}


def write_targets(targets: Mapping[str, int]) -> bytes:
    """Give the bytes of the targets document."""
    return _bytes({letter: int(level) for letter, level in targets.items()})


def read_targets(content: bytes) -> dict[str, int]:
    """Read the targets document."""
    return dict(json.loads(content))


def write_completion(completion: Completion | None) -> bytes:
    """Give the bytes of the completion document."""
    if completion is None:
        return _bytes({})
    return _bytes({"on": completion.on.isoformat(), "versions": dict(completion.versions)})


def read_completion(content: bytes) -> Completion | None:
    """Read the completion document; None while Complete has not been pressed."""
    stored = json.loads(content)
    return Completion(date.fromisoformat(stored["on"]), stored["versions"]) if stored else None


def assemble_assessment(contents: Mapping[str, bytes], versions: Mapping[str, int]) -> StoredAssessment:
    """Put the documents that were read back together; of those that were not, nothing is known.

    The profile document or the outline must be among them. The day of completion needs every domain.
    """
    head = read_profile(contents[PROFILE] if PROFILE in contents else contents[OUTLINE])
    read = [letter for letter in head.domains if letter in contents]
    completion = read_completion(contents[COMPLETION]) if COMPLETION in contents else None
    stands = completion is not None and completion.versions == {
        letter: versions.get(letter) for letter in head.domains
    }
    assessment = Assessment(
        questionnaire_id=head.questionnaire,
        version=head.version,
        profile=head.profile,
        answers={id: answer for letter in read for id, answer in read_answers(contents[letter]).items()},
        opinions=read_opinions(contents.get(OPINIONS, b"{}")),
        targets=read_targets(contents.get(TARGETS, b"{}")),
        completed_on=completion.on if completion is not None and stands else None,
    )
    return StoredAssessment(assessment, versions, head.moved_from)


def _filled(answer: Answer) -> dict[str, str]:
    fields = {
        "choice": answer.choice,
        "comment": answer.comment,
        "evidence": answer.evidence,
        "evidence_date": answer.evidence_date.isoformat() if answer.evidence_date else None,
    }
    return {name: value for name, value in fields.items() if value}


def _answer(
    choice: str | None = None, comment: str = "", evidence: str = "", evidence_date: str | None = None
) -> Answer:
    return Answer(choice, comment, evidence, date.fromisoformat(evidence_date) if evidence_date else None)


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
