"""The staff pulse as its owner runs it: open, close, reopen, reset, and read.

Answers are sealed to a key pair that exists from opening to closing. Closing counts the answers, and deletes
them with the private key; from then on only counts exist. The link's code adds answers and reads none.
"""

from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.maturity.pulse import counting
from app.maturity.pulse.suggestion import Closing
from app.maturity.questionnaire import Questionnaire
from app.maturity.score import round_down
from app.storage.assessments import sharing
from app.storage.database import checkpoint, locks
from app.storage.database.tables import DocumentRow, PulseRow
from app.storage.pulse import documents, sealed_answers, terms
from app.storage.pulse.documents import PublishedPulse, PulseSecrets
from app.storage.pulse.terms import PulseTerms
from app.storage.sealing import codes, key_wrapping, recorded_change, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PULSE, PULSE_CODE, PULSE_KEY
from app.storage.sealing.errors import StorageError
from app.storage.sealing.vault import Credential, Vault

# What the history says of each change.
OPENED, CLOSED, REOPENED, RESET = "opened", "closed", "reopened", "reset"

_ANSWERS = select(PulseRow.answers).where(PulseRow.assessment_id == bindparam("assessment"))


class PulseStateError(StorageError):
    """The pulse is not in the state that the change starts from, or is there no longer."""


@dataclass(frozen=True, slots=True)
class OwnerPulse:
    """A pulse as its owner sees it: what is published, the link's code, and the answers, rounded down."""

    published: PublishedPulse
    code: str = field(repr=False)
    answer_count: int


def read_published(connection: Connection, key: AccessKey) -> tuple[PublishedPulse, int] | None:
    """Return what is published, and its document's version, for owners and viewers; None without a pulse."""
    if _answers(connection, key) is None:
        return None
    opened = sealed_documents.open_one(connection, key, PULSE)
    return documents.read_pulse(opened.content), opened.version


def read_for_owner(connection: Connection, key: AccessKey) -> OwnerPulse | None:
    """Return the pulse with its link's code and the number of answers, for owners; None without a pulse."""
    answers = _answers(connection, key)
    if answers is None:
        return None
    published, secrets = _read(connection, key)
    number = round_down(sealed_answers.count_answers(answers, asks_policy=published.asks_policy))
    return OwnerPulse(published, codes.format_code(secrets.code), number)


def read_for_viewer(connection: Connection, key: AccessKey) -> OwnerPulse | None:
    """Return the pulse with its link's code and the number of answers, for pulse viewers, or None."""
    answers = _answers(connection, key)
    if answers is None:
        return None
    opened = sealed_documents.open_pair(connection, key, PULSE, PULSE_CODE)
    published = documents.read_pulse(opened[PULSE].content)
    number = round_down(sealed_answers.count_answers(answers, asks_policy=published.asks_policy))
    return OwnerPulse(published, codes.format_code(opened[PULSE_CODE].content.decode()), number)


def keep_code(connection: Connection, key: AccessKey) -> None:
    """Store the code of the pulse's link for pulse viewers, if 1.0 opened the pulse, which did not."""
    recipients = sharing.active_recipients(connection, key)
    opened = sealed_documents.open_all(connection, key)
    if PULSE_KEY in opened and PULSE_CODE not in opened:
        code = documents.read_secrets(opened[PULSE_KEY].content).code
        key_wrapping.add(connection, {PULSE_CODE: code.encode()}, recipients)


def begin(
    connection: Connection, vault: Vault, key: AccessKey, grouping: str, *, asks_policy: bool = False
) -> None:
    """Open the first pulse, or the first after a reset; raise PulseStateError if there is one."""
    recipients = sharing.active_recipients(connection, key)
    if _answers(connection, key) is not None:
        raise PulseStateError(PULSE)
    code = codes.new_code()
    credential = vault.newest_credential(code)
    secrets = PulseSecrets(code, b"")
    published = PublishedPulse(grouping, is_open=False, asks_policy=asks_policy)
    contents = {
        PULSE: documents.write_pulse(published),
        PULSE_CODE: code.encode(),
        PULSE_KEY: documents.write_secrets(secrets),
    }
    key_wrapping.add(connection, contents, recipients)
    row = {
        "assessment_id": key.assessment_id,
        "lookup": credential.lookup,
        "pepper_name": credential.pepper_name,
    }
    connection.execute(insert(PulseRow), {**row, "terms": b"", "is_open": False, "answers": b""})
    _open(connection, key, credential, published, secrets, OPENED)


def reopen(connection: Connection, vault: Vault, key: AccessKey) -> None:
    """Reopen a closed pulse, under the same link and a new key pair; raise PulseStateError if it is open."""
    published, secrets = _lock_and_read(connection, key)
    if published.is_open:
        raise PulseStateError(PULSE)
    _open(connection, key, vault.newest_credential(secrets.code), published, secrets, REOPENED)


def close(connection: Connection, key: AccessKey, questionnaire: Questionnaire, closing: Closing) -> None:
    """Count the answers, publish what may be shown, delete them; raise PulseStateError if it is closed."""
    published, secrets = _lock_and_read(connection, key)
    if not published.is_open:
        raise PulseStateError(PULSE)
    # Waits for an answer that is being added.
    answers = connection.execute(_ANSWERS.with_for_update(), {"assessment": key.assessment_id}).scalar_one()
    asks_policy = published.asks_policy
    unsealed = sealed_answers.unseal(answers, secrets.private_key, key.assessment_id, asks_policy=asks_policy)
    questions = questionnaire.pulse_questions(policy=asks_policy)
    ledgers = counting.add_answers(secrets.ledgers, questions, published.grouping, unsealed)
    counts = {id: ledger.published for id, ledger in ledgers.items()}
    closed = replace(published, is_open=False, questions=counts, closing=closing)
    _save_published(connection, key, closed, CLOSED)
    _save_secrets(connection, key, PulseSecrets(secrets.code, b"", ledgers))
    _update_row(connection, key, is_open=False, answers=b"")
    checkpoint.truncate_log(connection, wait_for_readers=True)


def reset(connection: Connection, key: AccessKey) -> None:
    """Destroy the pulse: its link, keys, answers and counts; raise PulseStateError if there is none."""
    _lock_and_read(connection, key)
    _save_published(connection, key, PublishedPulse("", is_open=False), RESET)
    connection.execute(delete(PulseRow).where(PulseRow.assessment_id == key.assessment_id))
    connection.execute(
        delete(DocumentRow).where(
            DocumentRow.assessment_id == key.assessment_id,
            DocumentRow.name.in_((PULSE, PULSE_CODE, PULSE_KEY)),
        )
    )
    checkpoint.truncate_log(connection, wait_for_readers=True)


def _open(
    connection: Connection,
    key: AccessKey,
    credential: Credential,
    published: PublishedPulse,
    secrets: PulseSecrets,
    action: str,
) -> None:
    private_key = X25519PrivateKey.generate()
    public_key = private_key.public_key().public_bytes_raw()
    agreed = PulseTerms(published.grouping, public_key, published.asks_policy)
    sealed_terms = terms.seal(agreed, credential, key.assessment_id)
    _save_published(connection, key, replace(published, is_open=True), action)
    _save_secrets(connection, key, replace(secrets, private_key=private_key.private_bytes_raw()))
    link = {"lookup": credential.lookup, "pepper_name": credential.pepper_name}
    _update_row(connection, key, **link, terms=sealed_terms, is_open=True, answers=b"")


def _lock_and_read(connection: Connection, key: AccessKey) -> tuple[PublishedPulse, PulseSecrets]:
    locks.lock_assessment(connection, key.assessment_id)
    if _answers(connection, key) is None:
        raise PulseStateError(PULSE)
    return _read(connection, key)


def _read(connection: Connection, key: AccessKey) -> tuple[PublishedPulse, PulseSecrets]:
    opened = sealed_documents.open_pair(connection, key, PULSE, PULSE_KEY)
    return documents.read_pulse(opened[PULSE].content), documents.read_secrets(opened[PULSE_KEY].content)


def _answers(connection: Connection, key: AccessKey) -> bytes | None:
    """Return the sealed answers; None without a pulse."""
    return connection.execute(_ANSWERS, {"assessment": key.assessment_id}).scalar()


def _save_published(connection: Connection, key: AccessKey, published: PublishedPulse, action: str) -> None:
    opened = recorded_change.lock_and_open(connection, key, PULSE)
    recorded_change.save_with_history(connection, key, opened, documents.write_pulse(published), (action,))


def _save_secrets(connection: Connection, key: AccessKey, secrets: PulseSecrets) -> None:
    opened = sealed_documents.open_one(connection, key, PULSE_KEY)
    sealed_documents.replace_documents(connection, key, (opened, documents.write_secrets(secrets)))


def _update_row(connection: Connection, key: AccessKey, **values: object) -> None:
    connection.execute(update(PulseRow).where(PulseRow.assessment_id == key.assessment_id).values(**values))
