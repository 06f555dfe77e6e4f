"""Settings, from environment variables only; a wrong one stops the start with a sentence that names it."""

import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from app.maturity.peers.rules import MINIMUM_COHORT

ROOT = Path(__file__).parent.parent

_KEY_FILE, _PEPPER_FILE = "secret-key", "pepper"

# 32 hexadecimal characters hold 128 bits; shorter secrets can be guessed.
_SHORTEST_SECRET = 32

# A host name or address with an optional port; a leading dot matches every name below it.
_HOST = re.compile(r"\.?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d+)?|\[[0-9A-Fa-f:]+\](?::\d+)?")

# As the sentence on a missing pepper names it.
_PEPPER_NAME = re.compile("[0-9a-f]{16}")


class WrongSettingError(Exception):
    """A setting has a wrong value; the message is one sentence that names it."""


@dataclass(frozen=True)
class Config:
    """All settings of an operator (docs/configuration.md).

    ``peppers`` are bytes, the newest first. They are empty, as ``secret_key`` is, until the first start
    stores new ones in the folder ``instance``. ``retention_days`` of 0 keeps assessments for ever.
    ``lost_peppers`` are names of peppers that no longer exist: links that need them are not asked for.
    ``trusted_proxies`` is the number of proxies in front of the server.
    """

    database_url: str
    secret_key: str
    peppers: tuple[bytes, ...]
    production: bool
    operator_contact: str
    trusted_hosts: tuple[str, ...]
    trusted_proxies: int
    retention_days: int = 0
    rate_limit_storage: str = "memory"
    metrics: bool = False
    minimum_cohort: int = MINIMUM_COHORT
    invited_only: bool = False
    lost_peppers: frozenset[str] = frozenset()
    questionnaires: Path = ROOT / "questionnaires"
    instance: Path = ROOT / "instance"


def from_environment(
    environment: Mapping[str, str] = os.environ, instance: Path = ROOT / "instance"
) -> Config:
    """Return the settings in the environment, or raise WrongSettingError.

    Outside production, secrets that are not set are read from the folder ``instance``. Nothing is written:
    ``store_missing_secrets`` does so once the database is known to have no links.
    """
    production = _one_of(environment, "MUSTER_ENV", ("development", "production")) == "production"
    url = environment.get("DATABASE_URL", "") or f"sqlite:///{instance / 'muster.sqlite'}"
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise WrongSettingError("DATABASE_URL must begin with sqlite:/// or postgresql+psycopg://.")
    return Config(
        database_url=url,
        secret_key=_secret(environment, "SECRET_KEY", instance / _KEY_FILE, production=production) or "",
        peppers=_peppers(_secret(environment, "PEPPER", instance / _PEPPER_FILE, production=production)),
        production=production,
        operator_contact=environment.get("OPERATOR_CONTACT", "").strip(),
        trusted_hosts=_hosts(environment.get("TRUSTED_HOSTS", "")),
        trusted_proxies=_integer(environment, "TRUSTED_PROXIES", at_most=10),
        retention_days=_integer(environment, "RETENTION_DAYS", at_most=3650),
        rate_limit_storage=_rate_limit_storage(environment.get("RATE_LIMIT_STORAGE", "")),
        metrics=_one_of(environment, "METRICS", ("off", "on")) == "on",
        minimum_cohort=_integer(environment, "MINIMUM_COHORT", at_least=MINIMUM_COHORT, at_most=1000),
        invited_only=_one_of(environment, "CONTRIBUTIONS", ("open", "invited")) == "invited",
        lost_peppers=_pepper_names(environment.get("LOST_PEPPERS", "")),
        instance=instance,
    )


def store_missing_secrets(config: Config) -> Config:
    """Return the settings with every secret; store a new one in ``instance`` for each that is missing.

    Raises WrongSettingError if it cannot be stored. Call it only for a database without links: no code that
    was made under another pepper opens anything under a new one.
    """
    return replace(
        config,
        secret_key=config.secret_key or _new_secret("SECRET_KEY", config.instance / _KEY_FILE),
        peppers=config.peppers or _peppers(_new_secret("PEPPER", config.instance / _PEPPER_FILE)),
    )


def _one_of(environment: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = environment.get(name, "") or allowed[0]
    if value not in allowed:
        raise WrongSettingError(f"{name} must be {' or '.join(allowed)}.")
    return value


def _integer(environment: Mapping[str, str], name: str, *, at_most: int, at_least: int = 0) -> int:
    value = environment.get(name, "") or str(at_least)
    if not (value.isascii() and value.isdigit() and at_least <= int(value) <= at_most):
        raise WrongSettingError(f"{name} must be a whole number from {at_least} to {at_most}.")
    return int(value)


def _hosts(value: str) -> tuple[str, ...]:
    hosts = tuple(value.replace(",", " ").split())
    if not all(_HOST.fullmatch(host) for host in hosts):
        raise WrongSettingError("TRUSTED_HOSTS must hold host names, for example muster.example.org.")
    return hosts


def _rate_limit_storage(value: str) -> str:
    try:
        address = urlsplit(value or "memory")
        known = (address.scheme in ("redis", "rediss") and address.hostname) or address.geturl() == "memory"
        if known and address.port != 0:
            return value or "memory"
    except ValueError:
        pass
    raise WrongSettingError("RATE_LIMIT_STORAGE must be memory, or an address such as redis://host:6379/0.")


def _peppers(value: str | None) -> tuple[bytes, ...]:
    """Return the peppers of a list, newest first, separated by commas or spaces; none if it is missing."""
    if value is None:
        return ()
    peppers = tuple(value.replace(",", " ").split())
    if not peppers or any(len(pepper) < _SHORTEST_SECRET for pepper in peppers):
        raise WrongSettingError(f"PEPPER must hold peppers of at least {_SHORTEST_SECRET} characters each.")
    return tuple(pepper.encode() for pepper in peppers)


def _pepper_names(value: str) -> frozenset[str]:
    names = frozenset(value.replace(",", " ").split())
    if not all(_PEPPER_NAME.fullmatch(name) for name in names):
        raise WrongSettingError("LOST_PEPPERS must hold names of peppers, of 16 hexadecimal digits each.")
    return names


def _secret(environment: Mapping[str, str], name: str, file: Path, *, production: bool) -> str | None:
    """Return a secret of the environment or of its file; None if neither is there."""
    value: str | None = environment.get(name, "").strip()
    if not value and production:
        raise WrongSettingError(f"{name} must be set when MUSTER_ENV is production.")
    value = value or _stored_secret(name, file)
    if value is not None and len(value) < _SHORTEST_SECRET:
        raise WrongSettingError(f"{name} must have at least {_SHORTEST_SECRET} characters.")
    return value


def _stored_secret(name: str, file: Path) -> str | None:
    try:
        return file.read_text().strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        raise WrongSettingError(f"{name} must be set, because the file {file} cannot be read.") from None


def _new_secret(name: str, file: Path) -> str:
    """Store a new secret in a file that only its owner may read, if there is none; return the file's."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_privately(draft, secrets.token_hex(32))
        # A hard link to a finished file, so that a second process that starts now never reads half a secret.
        with suppress(FileExistsError):
            os.link(draft, file)
        _make_durable(file.parent)
    except OSError as error:
        raise WrongSettingError(
            f"{name} must be set, because {file} cannot be written: {error.strerror}."
        ) from None
    finally:
        draft.unlink(missing_ok=True)
    return _stored_secret(name, file) or ""


def _write_privately(file: Path, content: str) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:  # noqa: PTH123  opens a descriptor, to set the mode at creation
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _make_durable(folder: Path) -> None:
    """Write a folder's entries to the disk: a power cut must not leave links without their pepper."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
