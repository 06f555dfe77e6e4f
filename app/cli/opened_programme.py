"""A programme as a command opens it: with a coordinator's code from standard input."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from app.cli.configured_database import open_configured_database
from app.cli.errors import InputError
from app.cli.standard_input import read_code
from app.config import Config
from app.maturity import clock
from app.storage.programme import programme_key
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.vault import Vault

_NO_PROGRAMME = "No programme with this id has this code."


@contextmanager
def open_programme_database() -> Iterator[tuple[Engine, Config]]:
    """Yield the database and the settings; a row that was altered ends the command with one sentence."""
    with open_configured_database(with_peppers=True) as opened:
        try:
            yield opened
        except TamperedError as error:
            raise InputError(str(error)) from None


def unlock(connection: Connection, config: Config, id: str) -> ProgrammeKey:
    """Return the key of a programme, or raise InputError; the code is read from standard input."""
    code = read_code()
    # Without a pepper there is no code either.
    vault = Vault(config.peppers) if config.peppers else None
    now = clock.utc_now()
    key = programme_key.unlock_programme(connection, vault, code, id, now) if vault else None
    if key is None:
        raise InputError(_NO_PROGRAMME)
    return key


def own_address(config: Config) -> str:
    """Return the address of the service if its settings name one host, else an empty text."""
    hosts = [host for host in config.trusted_hosts if not host.startswith(".")]
    return f"https://{hosts[0]}" if config.production and len(hosts) == 1 else ""
