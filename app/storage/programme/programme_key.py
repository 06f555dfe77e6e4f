"""The key of a programme, which a coordinator's code alone unlocks."""

from dataclasses import dataclass, field
from datetime import date, datetime

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, bindparam, select, update

from app.maturity.clock import utc_day
from app.storage.database.programme_tables import ProgrammeCodeRow, ProgrammeRow
from app.storage.programme import terms
from app.storage.programme.terms import ProgrammeDays, ProgrammeTerms
from app.storage.sealing import codes, vault
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.vault import Credential, DocumentAddress, Vault

_CODE = (
    select(
        ProgrammeCodeRow.number,
        ProgrammeCodeRow.lookup,
        ProgrammeCodeRow.pepper_name,
        ProgrammeCodeRow.sealed_key,
        ProgrammeRow.id,
        ProgrammeRow.questionnaire,
        ProgrammeRow.version,
        ProgrammeRow.variant,
        ProgrammeRow.sealed,
        ProgrammeRow.created_on,
        ProgrammeRow.closes_on,
        ProgrammeRow.closed_on,
    )
    .join(ProgrammeRow, ProgrammeRow.id == ProgrammeCodeRow.programme_id)
    .where(ProgrammeCodeRow.lookup.in_(bindparam("lookups", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class ProgrammeKey:
    """What a coordinator's code opens; it lives as long as one request and is never stored.

    ``unlocked_at`` is the moment under which every change made with the key is recorded.
    """

    terms: ProgrammeTerms
    days: ProgrammeDays
    private_key: X25519PrivateKey = field(repr=False, compare=False)
    unlocked_at: datetime = field(compare=False)
    code_number: int = 1
    pepper_name: str = ""

    @property
    def programme_id(self) -> str:
        """Return the public id of the programme."""
        return self.terms.programme_id

    @property
    def today(self) -> date:
        """Return the day in UTC under which every change made with the key is recorded."""
        return utc_day(self.unlocked_at)

    @property
    def is_open(self) -> bool:
        """Return whether organisations may accept invitations and submit today."""
        return self.days.is_open(self.today)


def record_key(private_key: X25519PrivateKey) -> bytes:
    """Return the key of what coordinators alone write: the name and the invitations' labels.

    It is derived from the private key, so that nobody who knows the public key can forge such a record.
    """
    return vault.derive(private_key.private_bytes_raw(), None, b"muster programme records")


def seal_for_code(private_key: X25519PrivateKey, code: Credential, programme_id: str, number: int) -> bytes:
    """Encrypt a programme's private key for one of its codes."""
    address = _key_address(programme_id, number)
    return vault.seal(private_key.private_bytes_raw(), _code_key(code), address)


def seal_terms(sealed: ProgrammeTerms, private_key: X25519PrivateKey) -> bytes:
    """Encrypt a programme's terms for its coordinators."""
    return vault.seal(terms.write(sealed), record_key(private_key), _terms_address(sealed.programme_id))


def unlock(connection: Connection, vault_: Vault, code: str, now: datetime) -> ProgrammeKey | None:
    """Return the key of a typed code; None if it is no coordinator's.

    Raises TamperedError if the programme was altered in the database.
    """
    credentials = vault_.credentials_by_lookup(code)
    if not credentials:
        return None
    row = connection.execute(_CODE, {"lookups": list(credentials)}).first()
    if row is None:
        return None
    number, lookup, pepper_name, sealed_key, id, questionnaire, version, variant, sealed, *days = row
    seed = vault.unseal(sealed_key, _code_key(credentials[lookup]), _key_address(id, number))
    private_key = X25519PrivateKey.from_private_bytes(seed)
    read = terms.read(vault.unseal(sealed, record_key(private_key), _terms_address(id)))
    public_key = private_key.public_key().public_bytes_raw()
    if not read.fits(questionnaire, version, variant) or read.public_key != public_key:
        raise TamperedError("programme")
    return ProgrammeKey(read, ProgrammeDays(*days), private_key, now, number, pepper_name)


def unlock_programme(
    connection: Connection, vault_: Vault, code: str, programme_id: str, now: datetime
) -> ProgrammeKey | None:
    """Return the key of a typed code if it opens this programme, in one query."""
    key = unlock(connection, vault_, code, now)
    return key if key is not None and key.programme_id == programme_id else None


def sign_in(connection: Connection, vault_: Vault, code: str, now: datetime) -> ProgrammeKey | None:
    """Return the key of a typed code, or None, and move the code to the newest pepper.

    Takes a writing connection. No day of a use is recorded.
    """
    key = unlock(connection, vault_, code, now)
    if key is None or key.pepper_name == vault_.newest_pepper_name:
        return key
    newest = vault_.newest_credential(codes.normalise(code) or "")
    sealed_key = seal_for_code(key.private_key, newest, key.programme_id, key.code_number)
    connection.execute(
        update(ProgrammeCodeRow)
        .where(ProgrammeCodeRow.programme_id == key.programme_id, ProgrammeCodeRow.number == key.code_number)
        .values(lookup=newest.lookup, pepper_name=newest.pepper_name, sealed_key=sealed_key)
    )
    return key


def _code_key(code: Credential) -> bytes:
    return vault.derive(code.seed, None, b"muster programme key")


def _key_address(programme_id: str, number: int) -> DocumentAddress:
    return DocumentAddress(programme_id, f"programme-key-{number}", 1, 1)


def _terms_address(programme_id: str) -> DocumentAddress:
    return DocumentAddress(programme_id, "programme", 1, 1)
