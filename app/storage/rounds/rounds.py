"""Close rounds of an assessment, and list, read and delete them, under a key.

A closed round never changes: it is read as it was written, whatever becomes of the assessment. Only its files
also hold the answers of the rounds before it, as long as these are not deleted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, delete

from app.maturity.answers import Assessment
from app.maturity.peers.snapshot import Snapshot
from app.maturity.rounds.round import MAX_ROUNDS, Round, close_round, rounds_of
from app.maturity.scorecard import Scorecard
from app.maturity.voices.voice import are_shown
from app.storage.assessments import assessments, programme_tie, rewriting, sharing
from app.storage.assessments.review import load_review
from app.storage.database import checkpoint
from app.storage.database.tables import DocumentRow
from app.storage.plan import plans
from app.storage.pulse.documents import PublishedPulse
from app.storage.rounds import documents
from app.storage.rounds.documents import ClosedRound, RoundList
from app.storage.rounds.summaries import ComparedRound
from app.storage.sealing import key_wrapping, recorded_change, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PROFILE, ROUND_VOICES_PREFIX, ROUNDS
from app.storage.sealing.errors import ConflictError, ForbiddenError
from app.storage.sealing.sealed_documents import OpenDocument
from app.storage.voices import documents as voice_documents
from app.storage.voices import voices

_REMOVE = delete(DocumentRow).where(
    DocumentRow.assessment_id == bindparam("assessment"),
    DocumentRow.name.in_(bindparam("names", expanding=True)),
)


class TooManyRoundsError(Exception):
    """The assessment has as many closed rounds as it can have."""


class NoSuchRoundError(Exception):
    """There is no round of this number, or none any more."""


@dataclass(frozen=True, slots=True)
class RoundClosing:
    """What a round is closed with: its results of today, its label, and what they are shown beside.

    ``versions`` are those of the StoredAssessment that the person saw.
    """

    card: Scorecard
    versions: Mapping[str, int]
    label: str = ""
    pulse: PublishedPulse | None = None
    snapshot: Snapshot | None = None


def close(connection: Connection, key: AccessKey, closing: RoundClosing) -> Round:
    """Complete the assessment and close a round of it; the card's day is the day of completion.

    From then on every save of a form is refused, until a new round begins. The links of voices end, and a
    programme learns of it.

    Raises ConflictError if the assessment is not as the person saw it, or closed, and TooManyRoundsError.
    """
    recipients = sharing.active_recipients(connection, key)
    listed = _find_list(connection, key)
    before = documents.read_list(listed.content) if listed else RoundList()
    if is_full(before.rounds):
        stored = assessments.load(connection, key)
        raise ConflictError(PROFILE, stored) if stored.is_closed else TooManyRoundsError
    number = before.next_number
    summary = close_round(closing.card, number, closing.label)
    assessments.complete(connection, key, summary.completed_on, closing.versions)
    stored = assessments.load(connection, key)
    if stored.assessment != closing.card.assessment:
        raise ConflictError(PROFILE, stored)
    closed = ClosedRound(
        summary,
        stored.assessment,
        closing.pulse,
        closing.snapshot,
        before.rounds,
        load_compared(connection, key, before.rounds, summary.variant),
        plans.load_plan(connection, key).plan,
        load_first(connection, key, before.rounds, summary.variant),
        load_review(connection, key),
    )
    added = {
        documents.levels_document(number): documents.write_levels(closed),
        documents.texts_document(number): documents.write_texts(closed),
    }
    heard = voices.end_all(connection, key)
    if are_shown(heard.invited, closed=heard.closed):
        added[voice_documents.round_document(number)] = voice_documents.write_round(heard)
    content = documents.write_list(RoundList(number + 1, (*before.rounds, summary)))
    if listed is None:
        added[ROUNDS] = content
    else:
        sealed_documents.replace_documents(connection, key, (listed, content))
    key_wrapping.add(connection, added, recipients)
    rewriting.close_forms(connection, key)
    programme_tie.record_completion(connection, key.assessment_id, stored.assessment, key.today)
    return summary


def list_rounds(connection: Connection, key: AccessKey) -> tuple[Round, ...]:
    """Return the closed rounds in the order of their numbers, or raise ForbiddenError."""
    listed = _find_list(connection, key)
    return documents.read_list(listed.content).rounds if listed else ()


def is_full(listed: Sequence[Round]) -> bool:
    """Return whether an assessment with these closed rounds can keep no more."""
    return len(listed) >= MAX_ROUNDS


def next_number(connection: Connection, key: AccessKey) -> int:
    """Return the number that the next round gets, or raise ForbiddenError."""
    listed = _find_list(connection, key)
    return documents.read_list(listed.content).next_number if listed else 1


def load_round(connection: Connection, key: AccessKey, number: int) -> ClosedRound:
    """Return a closed round as far as the key may read it, or raise NoSuchRoundError.

    Raises TamperedError if a round that is listed is missing.
    """
    _require(list_rounds(connection, key), number)
    levels, texts = documents.levels_document(number), documents.texts_document(number)
    second = texts if key.grant.may_read(texts) else levels
    voices_of = voice_documents.round_document(number)
    opened = sealed_documents.open_pair(connection, key, levels, second, voices_of)
    found = documents.read_round(opened[levels].content, opened[texts].content if texts in opened else None)
    heard = voice_documents.read_round(opened[voices_of].content) if voices_of in opened else None
    return replace(found, voices=heard)


def list_with_voices(connection: Connection, key: AccessKey) -> tuple[Round, ...]:
    """Return the closed rounds that keep voices, or raise ForbiddenError."""
    kept = sealed_documents.open_prefixed(connection, key, ROUND_VOICES_PREFIX)
    listed = list_rounds(connection, key)
    return tuple(each for each in listed if voice_documents.round_document(each.number) in kept)


def find_closed(connection: Connection, key: AccessKey, assessment: Assessment) -> ClosedRound | None:
    """Return the last round if it holds an assessment exactly as it is now, else None."""
    listed = list_rounds(connection, key)
    last = load_round(connection, key, listed[-1].number) if listed else None
    return last if last and last.assessment == assessment else None


def load_compared(
    connection: Connection, key: AccessKey, among: Iterable[Round], variant: str
) -> ComparedRound | None:
    """Return the newest round of a variant without its texts; None if there is none."""
    same = rounds_of(among, variant)
    return _load_levels(connection, key, same[-1]) if same else None


def load_first(
    connection: Connection, key: AccessKey, among: Iterable[Round], variant: str
) -> ComparedRound | None:
    """Return the earliest round of a variant without its texts; None if there are fewer than two."""
    same = rounds_of(among, variant)
    return _load_levels(connection, key, same[0]) if len(same) > 1 else None


def _load_levels(connection: Connection, key: AccessKey, summary: Round) -> ComparedRound:
    document = documents.levels_document(summary.number)
    levels = sealed_documents.open_one(connection, key, document).content
    return ComparedRound(summary, documents.read_round(levels, None).assessment)


def delete_round(connection: Connection, key: AccessKey, number: int) -> None:
    """Delete a round as a whole, and record its number, which is not given again.

    Raises NoSuchRoundError, and ForbiddenError if the key may not change anything.
    """
    if not key.grant.is_owner:
        raise ForbiddenError(ROUNDS)
    _require(list_rounds(connection, key), number)
    opened, own = recorded_change.lock_and_open(connection, key, ROUNDS)
    before = documents.read_list(opened.content)
    _require(before.rounds, number)
    remaining = tuple(each for each in before.rounds if each.number != number)
    content = documents.write_list(replace(before, rounds=remaining))
    recorded_change.save_with_history(connection, key, (opened, own), content, (str(number),))
    names = [documents.levels_document(number), documents.texts_document(number)]
    names.append(voice_documents.round_document(number))
    connection.execute(_REMOVE, {"assessment": key.assessment_id, "names": names})
    checkpoint.truncate_log(connection, wait_for_readers=True)


def _find_list(connection: Connection, key: AccessKey) -> OpenDocument | None:
    if not key.grant.may_read(ROUNDS):
        raise ForbiddenError(ROUNDS)
    head = key.grant.head_document
    return sealed_documents.open_pair(connection, key, head, head, ROUNDS).get(ROUNDS)


def _require(rounds: tuple[Round, ...], number: int) -> None:
    if all(each.number != number for each in rounds):
        raise NoSuchRoundError(number)
