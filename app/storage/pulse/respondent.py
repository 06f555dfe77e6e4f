"""The staff pulse as a respondent's link opens it: find it, and add an answer."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select, update

from app.maturity.pulse.counting import PulseAnswer
from app.storage.database import checkpoint
from app.storage.database.tables import AssessmentRow, PulseRow
from app.storage.pulse import sealed_answers, terms
from app.storage.pulse.terms import PulseTerms
from app.storage.sealing import codes, vault
from app.storage.sealing.errors import StorageError
from app.storage.sealing.vault import Vault

# Twice as many would halve no interval, and each answer rewrites all of them.
MAX_ANSWERS = 2_000

_PULSE = (
    select(
        PulseRow.assessment_id,
        PulseRow.lookup,
        PulseRow.terms,
        PulseRow.is_open,
        PulseRow.answers,
        AssessmentRow.questionnaire,
        AssessmentRow.version,
    )
    .join(AssessmentRow, AssessmentRow.id == PulseRow.assessment_id)
    .where(PulseRow.lookup.in_(bindparam("lookups", expanding=True)))
)
_LOCKED_PULSE = _PULSE.with_for_update(of=PulseRow)


class PulseFullError(StorageError):
    """The pulse has as many answers as it takes."""


@dataclass(frozen=True, slots=True)
class PulseLookup:
    """A pulse as its link's code finds it.

    ``browser_mark`` is what a browser may remember the pulse by; a pulse after a reset has another mark.
    ``questionnaire`` is its id and version.
    """

    assessment_id: str
    browser_mark: str
    questionnaire: tuple[str, str]
    is_open: bool
    terms: PulseTerms
    answers: bytes = field(repr=False)


def find(connection: Connection, vault: Vault, code: str) -> PulseLookup | None:
    """Return the pulse of a link's code; None if there is none, or none any more."""
    return _find(connection, vault, code, lock=False)


def add_answer(connection: Connection, vault: Vault, code: str, answer: PulseAnswer, page: str = "") -> bool:
    """Add an answer, and return whether the pulse is open; raise PulseFullError. Takes a writing connection.

    ``page`` is the mark of the page that the answer comes from: of two answers with one mark, one is counted.
    """
    pulse = _find(connection, vault, code, lock=True)
    if pulse is None or not pulse.is_open:
        return False
    if sealed_answers.count_answers(pulse.answers, asks_policy=pulse.terms.asks_policy) >= MAX_ANSWERS:
        raise PulseFullError
    sealed = sealed_answers.seal(answer, pulse.terms, pulse.assessment_id, page)
    connection.execute(
        update(PulseRow)
        .where(PulseRow.assessment_id == pulse.assessment_id)
        .values(answers=sealed_answers.add(pulse.answers, sealed))
    )
    # As long as the log has the row as it was before, it shows which answer came last.
    checkpoint.truncate_log(connection, wait_for_readers=False)
    return True


def _find(connection: Connection, vault_: Vault, code: str, *, lock: bool) -> PulseLookup | None:
    credentials = vault_.credentials_by_lookup(code)
    if not credentials:
        return None
    row = connection.execute(_LOCKED_PULSE if lock else _PULSE, {"lookups": list(credentials)}).first()
    if row is None:
        return None
    id, lookup, sealed_terms, is_open, answers, *questionnaire = row
    return PulseLookup(
        id,
        _browser_mark(code),
        (questionnaire[0], questionnaire[1]),
        is_open,
        terms.unseal(sealed_terms, credentials[lookup], id),
        answers,
    )


def _browser_mark(code: str) -> str:
    normal = codes.normalise(code) or ""
    return vault.derive(normal.encode(), None, b"muster pulse mark").hex()[:16]
