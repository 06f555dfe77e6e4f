"""All closed rounds of an assessment at once, under a key: read for an export, stored from an import."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.maturity.answers import Answer, Assessment
from app.maturity.rounds.round import close_round, rounds_of
from app.maturity.scorecard import Scorecard
from app.storage.assessments import sharing
from app.storage.rounds import documents, rounds
from app.storage.rounds.documents import ClosedRound, RoundList
from app.storage.rounds.summaries import ComparedRound
from app.storage.sealing import key_wrapping, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import ROUND_PREFIX, ROUNDS
from app.storage.sealing.errors import ForbiddenError, TamperedError


@dataclass(frozen=True, slots=True)
class ImportedRound:
    """A closed round of another assessment: its number and label there, and its results."""

    number: int
    label: str
    card: Scorecard


def load_rounds(connection: Connection, key: AccessKey) -> tuple[ClosedRound, ...]:
    """Return every closed round with its texts, in the order of their numbers.

    Raises ForbiddenError for a link that may not read them, and TamperedError if one is missing.
    """
    listed = rounds.list_rounds(connection, key)
    if not listed:
        return ()
    if not key.grant.may_read(documents.texts_document(listed[0].number)):
        raise ForbiddenError(ROUNDS)
    opened = sealed_documents.open_prefixed(connection, key, ROUND_PREFIX)
    found = []
    for each in listed:
        names = documents.levels_document(each.number), documents.texts_document(each.number)
        if not set(names) <= set(opened):
            raise TamperedError(names[0])
        found.append(documents.read_round(*(opened[name].content for name in names)))
    return tuple(found)


def add_rounds(
    connection: Connection, key: AccessKey, imported: Sequence[ImportedRound], next_number: int
) -> None:
    """Store the closed rounds of an imported assessment, which has none; the next gets ``next_number``."""
    if not key.grant.is_owner or rounds.list_rounds(connection, key):
        raise ForbiddenError(ROUNDS)
    added: dict[str, bytes] = {}
    earlier: list[ComparedRound] = []
    for each in imported:
        summary = close_round(each.card, each.number, each.label)
        before = tuple(one.summary for one in earlier)
        shared = {one.number for one in rounds_of(before, summary.variant)}
        same = [one for one in earlier if one.summary.number in shared]
        closed = ClosedRound(
            summary,
            each.card.assessment,
            earlier=before,
            compared=same[-1] if same else None,
            first=same[0] if len(same) > 1 else None,
        )
        added[documents.levels_document(each.number)] = documents.write_levels(closed)
        added[documents.texts_document(each.number)] = documents.write_texts(closed)
        earlier.append(ComparedRound(summary, _without_texts(each.card.assessment)))
    listed = RoundList(next_number, tuple(one.summary for one in earlier))
    added[ROUNDS] = documents.write_list(listed)
    key_wrapping.add(connection, added, sharing.active_recipients(connection, key))


def _without_texts(assessment: Assessment) -> Assessment:
    answers = {id: Answer(answer.choice) for id, answer in assessment.answers.items() if answer.choice}
    return replace(assessment, answers=answers)
