"""The staff pulse of an assessment: opened, answered, closed, reopened and reset.

An answer is sealed to a key pair that lives from opening to closing. Closing counts the answers and deletes
them with the private key; from then on there are counts alone. The link's code lets write and reads nothing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.maturity.opinions import OpinionQuestion
from app.maturity.pulse import counting
from app.maturity.pulse.counting import PulseAnswer
from app.maturity.score import round_down
from app.storage.assessments import sharing
from app.storage.database import checkpoint, locks
from app.storage.database.tables import AssessmentRow, DocumentRow, PulseRow
from app.storage.pulse import documents
from app.storage.pulse import sealed_answers as pulse_answers
from app.storage.pulse.documents import PublishedPulse, PulseSecrets
from app.storage.sealing import codes, key_wrapping, recorded_change, sealed_documents, vault
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PULSE, PULSE_KEY
from app.storage.sealing.errors import StorageError
from app.storage.sealing.vault import Credential, DocumentAddress, Vault

# Twice as many would halve no interval, and each answer writes all of them anew.
MAX_ANSWERS = 2_000

OPENED, CLOSED, REOPENED, RESET = "opened", "closed", "reopened", "reset"

_TERMS = ("pulse-terms", 1, 1)
_OF = select(PulseRow.answers).where(PulseRow.assessment_id == bindparam("assessment"))
_FOUND = (
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


class PulseStateError(StorageError):
    """The pulse is not, or no longer, in the state that was to be changed."""


class PulseFullError(StorageError):
    """As many answers have come as a pulse takes at once."""


@dataclass(frozen=True, slots=True)
class OwnerPulse:
    """A pulse as its owner sees it: its link's code, and how many answered since, rounded down."""

    published: PublishedPulse
    code: str = field(repr=False)
    answer_count: int


@dataclass(frozen=True, slots=True)
class PulseLookup:
    """A pulse as its link's code finds it.

    ``mark`` is what a browser may remember it by; after a reset it is another pulse, with another mark.
    """

    assessment_id: str
    browser_mark: str
    questionnaire: tuple[str, str]
    is_open: bool
    grouping: str
    public_key: bytes
    answers: bytes = field(repr=False)


def read_published(connection: Connection, key: AccessKey) -> tuple[PublishedPulse, int] | None:
    """Give what was published and its document's version, for owners and viewers; None without a pulse."""
    if connection.execute(_OF, {"assessment": key.assessment_id}).first() is None:
        return None
    opened = sealed_documents.open_pair(connection, key, PULSE, PULSE)[PULSE]
    return documents.read_pulse(opened.content), opened.version


def read_for_owner(connection: Connection, key: AccessKey) -> OwnerPulse | None:
    """Give the pulse with its link's code and how far it is, for owners; None without one."""
    row = connection.execute(_OF, {"assessment": key.assessment_id}).first()
    if row is None:
        return None
    opened = sealed_documents.open_pair(connection, key, PULSE, PULSE_KEY)
    told = documents.read_pulse(opened[PULSE].content)
    conduct = documents.read_secrets(opened[PULSE_KEY].content)
    number = round_down(pulse_answers.count_answers(row[0]))
    return OwnerPulse(told, codes.format_code(conduct.code), number)


def begin(connection: Connection, vault_: Vault, key: AccessKey, grouping: str) -> None:
    """Open the first pulse, or the first after a reset; raises PulseStateError if there is one."""
    recipients = sharing.active_recipients(connection, key)
    if _number(connection, key) is not None:
        raise PulseStateError(PULSE)
    code = codes.new_code()
    credential = vault_.credentials(code)[0]
    conduct, told = PulseSecrets(code, b""), PublishedPulse(grouping, is_open=False)
    contents = {PULSE: documents.write_pulse(told), PULSE_KEY: documents.write_secrets(conduct)}
    key_wrapping.add(connection, contents, recipients)
    row = {
        "assessment_id": key.assessment_id,
        "lookup": credential.lookup,
        "pepper_name": credential.pepper_name,
    }
    connection.execute(insert(PulseRow), {**row, "terms": b"", "is_open": False, "answers": b""})
    _open(connection, key, credential, told, conduct, OPENED)


def reopen(connection: Connection, vault_: Vault, key: AccessKey) -> None:
    """Open a closed pulse again, under the same link and a new key pair; raises PulseStateError."""
    told, conduct = _lock_and_read(connection, key)
    if told.is_open:
        raise PulseStateError(PULSE)
    _open(connection, key, vault_.credentials(conduct.code)[0], told, conduct, REOPENED)


def close(connection: Connection, key: AccessKey, questions: Sequence[OpinionQuestion]) -> None:
    """Count the answers, publish what may be shown, and delete them; raises PulseStateError."""
    told, conduct = _lock_and_read(connection, key)
    if not told.is_open:
        raise PulseStateError(PULSE)
    # Waits for whoever is just answering.
    answers = connection.execute(_OF.with_for_update(), {"assessment": key.assessment_id}).scalar_one()
    opened = pulse_answers.unseal(answers, conduct.private_key, key.assessment_id)
    ledgers = counting.add_answers(conduct.ledgers, questions, told.grouping, opened)
    shown = {id: ledger.published for id, ledger in ledgers.items()}
    _store(connection, key, replace(told, is_open=False, questions=shown), CLOSED)
    _keep(connection, key, PulseSecrets(conduct.code, b"", ledgers))
    _set(connection, key, is_open=False, answers=b"")
    checkpoint.truncate_log(connection, wait_for_readers=True)


def reset(connection: Connection, key: AccessKey) -> None:
    """Destroy the pulse: its link, keys, answers and counts; raises PulseStateError if there is none."""
    _lock_and_read(connection, key)
    _store(connection, key, PublishedPulse("", is_open=False), RESET)
    both = (PULSE, PULSE_KEY)
    connection.execute(delete(PulseRow).where(PulseRow.assessment_id == key.assessment_id))
    connection.execute(
        delete(DocumentRow).where(DocumentRow.assessment_id == key.assessment_id, DocumentRow.name.in_(both))
    )
    checkpoint.truncate_log(connection, wait_for_readers=True)


def find(connection: Connection, vault_: Vault, code: str) -> PulseLookup | None:
    """Find the pulse that a link's code is of; None if it is of none, or no longer."""
    return _find(connection, vault_, code, held=False)


def add_answer(connection: Connection, vault_: Vault, code: str, given: PulseAnswer, page: str = "") -> bool:
    """Add an answer, or say that the pulse takes none now; raises FullError. For a writing connection.

    ``page`` marks the page that it comes from: what comes from there twice is counted once.
    """
    asked = _find(connection, vault_, code, held=True)
    if asked is None or not asked.is_open:
        return False
    if pulse_answers.count_answers(asked.answers) >= MAX_ANSWERS:
        raise PulseFullError
    sealed_answer = pulse_answers.seal(given, asked.public_key, asked.assessment_id, page)
    answers = pulse_answers.add(asked.answers, sealed_answer)
    connection.execute(
        update(PulseRow).where(PulseRow.assessment_id == asked.assessment_id).values(answers=answers)
    )
    # Where the log keeps the row as it was before, it tells what came last.
    checkpoint.truncate_log(connection, wait_for_readers=False)
    return True


def _find(connection: Connection, vault_: Vault, code: str, *, held: bool) -> PulseLookup | None:
    normal = codes.normalise(code)
    if normal is None:
        return None
    credentials = {credential.lookup: credential for credential in vault_.credentials(normal)}
    statement = _FOUND.with_for_update(of=PulseRow) if held else _FOUND
    row = connection.execute(statement, {"lookups": list(credentials)}).first()
    if row is None:
        return None
    id, lookup, terms, is_open, answers, *asked = row
    content = json.loads(vault.unseal(terms, _terms_key(credentials[lookup]), DocumentAddress(id, *_TERMS)))
    mark = vault.derive(normal.encode(), None, b"muster pulse mark").hex()[:16]
    public_key = bytes.fromhex(content["public_key"])
    return PulseLookup(id, mark, (asked[0], asked[1]), is_open, content["grouping"], public_key, answers)


def _open(
    connection: Connection,
    key: AccessKey,
    credential: Credential,
    told: PublishedPulse,
    conduct: PulseSecrets,
    did: str,
) -> None:
    private_key = X25519PrivateKey.generate()
    public_key = private_key.public_key().public_bytes_raw()
    # Sealed, because whoever swapped a public key in the table would read every answer from then on.
    content = json.dumps({"grouping": told.grouping, "public_key": public_key.hex()}).encode()
    terms = vault.seal(content, _terms_key(credential), DocumentAddress(key.assessment_id, *_TERMS))
    _store(connection, key, replace(told, is_open=True), did)
    _keep(connection, key, replace(conduct, private_key=private_key.private_bytes_raw()))
    found = {"lookup": credential.lookup, "pepper_name": credential.pepper_name}
    _set(connection, key, **found, terms=terms, is_open=True, answers=b"")


def _lock_and_read(connection: Connection, key: AccessKey) -> tuple[PublishedPulse, PulseSecrets]:
    locks.lock_assessment(connection, key.assessment_id)
    if _number(connection, key) is None:
        raise PulseStateError(PULSE)
    opened = sealed_documents.open_pair(connection, key, PULSE, PULSE_KEY)
    return (
        documents.read_pulse(opened[PULSE].content),
        documents.read_secrets(opened[PULSE_KEY].content),
    )


def _number(connection: Connection, key: AccessKey) -> int | None:
    row = connection.execute(_OF, {"assessment": key.assessment_id}).first()
    return None if row is None else pulse_answers.count_answers(row[0])


def _store(connection: Connection, key: AccessKey, told: PublishedPulse, did: str) -> None:
    opened = recorded_change.lock_and_open(connection, key, PULSE)
    recorded_change.save_with_history(connection, key, opened, documents.write_pulse(told), (did,))


def _keep(connection: Connection, key: AccessKey, conduct: PulseSecrets) -> None:
    opened = sealed_documents.open_pair(connection, key, PULSE_KEY, PULSE_KEY)[PULSE_KEY]
    sealed_documents.replace_documents(connection, key, (opened, documents.write_secrets(conduct)))


def _set(connection: Connection, key: AccessKey, **values: object) -> None:
    mine = PulseRow.assessment_id == key.assessment_id
    connection.execute(update(PulseRow).where(mine).values(**values))


def _terms_key(credential: Credential) -> bytes:
    return vault.derive(credential.seed, None, b"muster pulse terms")
