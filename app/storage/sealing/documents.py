"""Write the documents of an assessment as bytes, and read them.

There is a document per domain, named by its letter, and those below. The same content always gives the same
bytes: so a save that changes nothing is recognised.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from app.maturity.answers import Answer, Assessment, Profile

PROFILE = "profile"
OPINIONS = "opinions"
TARGETS = "targets"
COMPLETION = "completion"
SHARED = (PROFILE, OPINIONS, TARGETS, COMPLETION)

# The part of the profile that a contributor may read: which questions are asked.
OUTLINE = "outline"
# The list of links; and the prefix of each link's history, before the link's id.
LINKS = "links"
HISTORY_PREFIX = "history-"

# The levels of a domain without its texts, before its letter: for links that see results only. They exist
# once there is such a link, and repeat the domain’s document.
LEVELS_PREFIX = "levels-"

# The list of closed rounds; and two documents of each round, before its number: one with levels, opinions
# and targets, one with comments and evidence. They are written once, and again only when they are re-keyed.
ROUNDS = "rounds"
ROUND_PREFIX = "round-"
ROUND_LEVELS_PREFIX = f"{ROUND_PREFIX}levels-"
ROUND_TEXTS_PREFIX = f"{ROUND_PREFIX}texts-"
# A third, for owners alone, with the voices that the round was closed with, if any are shown.
ROUND_VOICES_PREFIX = f"{ROUND_PREFIX}voices-"

# A voice’s role, answers and state, before the id of its link: for that link and for owners.
VOICE_PREFIX = "voice-"

# The plan has two documents per domain, before its letter, and two for actions without a practice: one with
# the actions but for their notes, and one with the notes. All exist once there is an action.
PLAN_PREFIX = "plan-"
PLAN_ACTIONS_PREFIX = f"{PLAN_PREFIX}actions-"
PLAN_NOTES_PREFIX = f"{PLAN_PREFIX}notes-"

# The day of the next review, and the words for placeholders of model clauses; each once the owner chose one.
REVIEW, PLACEHOLDERS = "review", "placeholders"

# What a staff pulse publishes, and what only its owner may read; both exist once a pulse is opened.
PULSE, PULSE_KEY = "pulse", "pulse-key"
# The code of a pulse's link, for those who send it; only a pulse viewer's link needs it beside PULSE_KEY.
PULSE_CODE = "pulse-code"

# The receipt that authorises replacing or withdrawing a contribution to peers. Every assessment has one from
# the start, so that nothing in it shows whether and when it contributed.
RECEIPT = "receipt"

# The programme that the assessment takes part in, and what it submitted; it exists once one was accepted.
PROGRAMME = "programme"

_OF_PULSES = {PULSE, PULSE_CODE, PULSE_KEY}
# Not part of the results.
PREFIXES_BESIDE_RESULTS = (HISTORY_PREFIX, ROUND_PREFIX, PLAN_PREFIX, VOICE_PREFIX)
BESIDE_RESULTS = frozenset({LINKS, OUTLINE, PLACEHOLDERS, PROGRAMME, RECEIPT, REVIEW, ROUNDS} | _OF_PULSES)

# The form of all documents below. It is bound into every seal: no other form can be passed off as this one.
DOCUMENT_SCHEMA = 2


@dataclass(frozen=True, slots=True)
class ProfileDocument:
    """The profile document: the organisation, the questionnaire with its version, and the domains' letters.

    ``moved_from`` is the version that the assessment followed when it was last complete, or when it began;
    it is empty if the assessment was never upgraded. ``is_closed`` is whether the present round is closed:
    its forms are read-only. ``begun_on`` is the day in UTC on which it began with the answers of the round
    that was completed on ``carried_from``; both are None for the first.
    """

    questionnaire: str
    version: str
    domains: tuple[str, ...]
    profile: Profile
    moved_from: str = ""
    is_closed: bool = False
    begun_on: date | None = None
    carried_from: date | None = None

    @property
    def result_documents(self) -> tuple[str, ...]:
        """Return the names of the documents that make up the results."""
        return (*SHARED, *self.domains)


@dataclass(frozen=True, slots=True)
class Completion:
    """The day on which Complete was pressed, and the version that each domain had then."""

    on: date
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment as it is stored, and the version of each document that was read, by its name."""

    assessment: Assessment
    versions: Mapping[str, int]
    moved_from: str = ""
    is_closed: bool = False
    begun_on: date | None = None
    carried_from: date | None = None

    @property
    def complete(self) -> bool:
        """Return whether Complete was pressed, and neither an answer nor the variant has changed since."""
        return self.assessment.completed_on is not None


def write_profile(profile: ProfileDocument) -> bytes:
    """Return the bytes of the profile document."""
    # Left out while empty: profiles stored by 1.0.0 lack them.
    optional = {
        "moved_from": profile.moved_from,
        "is_closed": profile.is_closed,
        "begun_on": _day(profile.begun_on),
        "carried_from": _day(profile.carried_from),
    }
    fields = {name: value for name, value in asdict(profile).items() if name not in optional}
    return _bytes(fields | {name: value for name, value in optional.items() if value})


def write_outline(profile: ProfileDocument) -> bytes:
    """Return the bytes of the outline: the profile document with nothing about the organisation."""
    return write_profile(replace(profile, profile=Profile(variant=profile.profile.variant), moved_from=""))


def read_profile(content: bytes) -> ProfileDocument:
    """Return the profile document, or the outline, from its bytes."""
    stored = json.loads(content)
    days = {name: date.fromisoformat(stored[name]) for name in ("begun_on", "carried_from") if name in stored}
    return ProfileDocument(
        stored["questionnaire"],
        stored["version"],
        tuple(stored["domains"]),
        Profile(**stored["profile"]),
        stored.get("moved_from", ""),
        stored.get("is_closed", False),
        **days,
    )


def write_answers(answers: Mapping[str, Answer]) -> bytes:
    """Return the bytes of a domain's document; blank answers are left out."""
    return _bytes({id: _filled(answer) for id, answer in answers.items() if not answer.is_blank})


def read_answers(content: bytes) -> dict[str, Answer]:
    """Return a domain's answers, by the id of the question."""
    return {id: _answer(**stored) for id, stored in json.loads(content).items()}


def levels_document(letter: str) -> str:
    """Return the name of the document that repeats a domain’s levels."""
    return f"{LEVELS_PREFIX}{letter}"


def write_opinions(opinions: Mapping[str, tuple[str, ...]]) -> bytes:
    """Return the bytes of the opinions document; unanswered questions are left out."""
    return _bytes({id: tokens for id, tokens in opinions.items() if tokens})


def read_opinions(content: bytes) -> dict[str, tuple[str, ...]]:
    """Return the tokens of the opinions, by the id of the question."""
    return {id: tuple(tokens) for id, tokens in json.loads(content).items()}


def write_targets(targets: Mapping[str, int]) -> bytes:
    """Return the bytes of the targets document."""
    return _bytes({letter: int(level) for letter, level in targets.items()})


def read_targets(content: bytes) -> dict[str, int]:
    """Return the target levels, 0 to 4, by the letter of the domain."""
    return dict(json.loads(content))


def write_completion(completion: Completion | None) -> bytes:
    """Return the bytes of the completion document."""
    held = completion and {"on": completion.on.isoformat(), "versions": dict(completion.versions)}
    return _bytes(held or {})


def read_completion(content: bytes) -> Completion | None:
    """Return the completion; None if Complete has not been pressed."""
    stored = json.loads(content)
    return Completion(date.fromisoformat(stored["on"]), stored["versions"]) if stored else None


def assemble_assessment(contents: Mapping[str, bytes], versions: Mapping[str, int]) -> StoredAssessment:
    """Return the assessment that some documents make up, by their contents and versions.

    The profile document or the outline must be among them. Documents that are absent count as empty; the day
    of completion is known only with every domain.
    """
    head = read_profile(contents[PROFILE] if PROFILE in contents else contents[OUTLINE])
    letters = [letter for letter in head.domains if letter in contents]
    completion = read_completion(contents[COMPLETION]) if COMPLETION in contents else None
    is_current = completion is not None and completion.versions == {
        letter: versions.get(letter) for letter in head.domains
    }
    assessment = Assessment(
        questionnaire_id=head.questionnaire,
        version=head.version,
        profile=head.profile,
        answers={id: answer for letter in letters for id, answer in read_answers(contents[letter]).items()},
        opinions=read_opinions(contents.get(OPINIONS, b"{}")),
        targets=read_targets(contents.get(TARGETS, b"{}")),
        completed_on=completion.on if completion is not None and is_current else None,
    )
    state = head.moved_from, head.is_closed, head.begun_on, head.carried_from
    return StoredAssessment(assessment, versions, *state)


def _filled(answer: Answer) -> dict[str, str | bool]:
    held = {name: value for name in Answer.__slots__ if (value := getattr(answer, name))}
    return held | {"evidence_date": _day(answer.evidence_date)} if answer.evidence_date else held


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _answer(evidence_date: str | None = None, **others: Any) -> Answer:  # noqa: ANN401  fields as JSON holds them
    return Answer(evidence_date=date.fromisoformat(evidence_date) if evidence_date else None, **others)


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
