"""Create, close, extend and delete programmes."""

from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, delete, insert, update

from app.storage.database import checkpoint
from app.storage.database.programme_tables import ProgrammeCodeRow, ProgrammeRow
from app.storage.programme import programme_key
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.programme.terms import ProgrammeTerms
from app.storage.sealing import codes
from app.storage.sealing.vault import Vault

# Two, so that two coordinators or a safe can hold one each: if both are lost, so is the programme.
NUMBER_OF_CODES = 2


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """A programme to be created; ``closes_on`` is the last day on which it is open, or None."""

    name: str
    questionnaire_id: str
    version: str
    variant: str
    contact: str = ""
    closes_on: date | None = None


def create(
    connection: Connection, vault: Vault, new: NewProgramme, today: date
) -> tuple[str, tuple[str, ...]]:
    """Store a programme, and return its public id and its codes, which are stored nowhere."""
    private_key = X25519PrivateKey.generate()
    terms = ProgrammeTerms(
        codes.new_id(),
        new.name,
        new.contact,
        new.questionnaire_id,
        new.version,
        new.variant,
        private_key.public_key().public_bytes_raw(),
    )
    id = terms.programme_id
    connection.execute(
        insert(ProgrammeRow),
        {
            "id": id,
            "questionnaire": new.questionnaire_id,
            "version": new.version,
            "variant": new.variant,
            "created_on": today,
            "closes_on": new.closes_on,
            "sealed": programme_key.seal_terms(terms, private_key),
        },
    )
    made = [codes.new_code() for _ in range(NUMBER_OF_CODES)]
    for number, code in enumerate(made, 1):
        credential = vault.newest_credential(code)
        connection.execute(
            insert(ProgrammeCodeRow),
            {
                "programme_id": id,
                "number": number,
                "lookup": credential.lookup,
                "pepper_name": credential.pepper_name,
                "sealed_key": programme_key.seal_for_code(private_key, credential, id, number),
            },
        )
    return id, tuple(map(codes.format_code, made))


def close(connection: Connection, key: ProgrammeKey) -> None:
    """Close the programme today: nothing is accepted, submitted or replaced until it is extended."""
    _update(connection, key, closed_on=key.today)


def extend(connection: Connection, key: ProgrammeKey, closes_on: date | None) -> None:
    """Open the programme until the end of a day in UTC, or without an end; one that was closed too."""
    _update(connection, key, closed_on=None, closes_on=closes_on)


def delete_programme(connection: Connection, programme_id: str) -> bool:
    """Delete a programme with its invitations and submissions, and return whether there was one.

    The assessments of its organisations stay as they are.
    """
    count = connection.execute(delete(ProgrammeRow).where(ProgrammeRow.id == programme_id)).rowcount
    if count:
        checkpoint.truncate_log(connection, wait_for_readers=True)
    return count == 1


def _update(connection: Connection, key: ProgrammeKey, **values: date | None) -> None:
    statement = update(ProgrammeRow).where(ProgrammeRow.id == key.programme_id)
    connection.execute(statement.values(**values))
