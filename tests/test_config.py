import stat
from pathlib import Path

import pytest

from app.config import ROOT, Config, WrongSettingError, from_environment, store_missing_secrets

SECRET = "s" * 32
PEPPER = "p" * 32
PRODUCTION = {"MUSTER_ENV": "production", "SECRET_KEY": SECRET, "PEPPER": PEPPER}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("MUSTER_ENV", value) for value in ("prod", "Production", "test")),
        *(
            ("DATABASE_URL", value)
            for value in ("muster.db", "mysql://host/db", "sqlite://", "postgresql://h/d")
        ),
        *(("SECRET_KEY", value) for value in ("short", "s" * 31)),
        *(("PEPPER", value) for value in ("short", f"{PEPPER},short", f"{PEPPER} x", " , ")),
        *(("METRICS", value) for value in ("yes", "1", "On")),
        *(
            ("RATE_LIMIT_STORAGE", value)
            for value in ("disk", "redis", "redis://", "http://host", "redis://host:many", "memory://")
        ),
        *(("MINIMUM_COHORT", value) for value in ("9", "0", "-10", "1001", "ten")),
        *(("LOST_PEPPERS", value) for value in ("lost", "0" * 15, "G" * 16, f"{'0' * 16} x")),
        *(("CONTRIBUTIONS", value) for value in ("closed", "Invited", "1")),
        *(("RETENTION_DAYS", value) for value in ("-1", "3651", "a year", "0.5")),
        *(("TRUSTED_PROXIES", value) for value in ("-1", "11", "one", "1.5", "²", "٣", "9" * 50)),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(WrongSettingError) as caught:
        from_environment({name: value}, tmp_path / "instance")

    sentence = str(caught.value)
    assert sentence.startswith(f"{name} must ")
    assert sentence.endswith(".")
    assert sentence.count(".") == 1
    assert "\n" not in sentence


@pytest.mark.parametrize("name", ["SECRET_KEY", "PEPPER"])
@pytest.mark.parametrize("value", ["", "  ", None])
def test_production_does_not_start_without_its_secrets(name: str, value: str | None, tmp_path: Path) -> None:
    given = {key: secret for key, secret in PRODUCTION.items() if key != name}

    with pytest.raises(WrongSettingError, match=f"^{name} must be set"):
        from_environment(given if value is None else {**given, name: value}, tmp_path / "instance")

    assert not (tmp_path / "instance").exists()


def test_production_creates_no_file_and_uses_the_settings(tmp_path: Path) -> None:
    given = {
        **PRODUCTION,
        "DATABASE_URL": "postgresql+psycopg://host/muster",
        "PEPPER": f"{PEPPER}, {'q' * 32}",
        "TRUSTED_HOSTS": "muster.example, www.muster.example",
        "TRUSTED_PROXIES": "2",
        "RATE_LIMIT_STORAGE": "rediss://:secret@cache.example:6380/1",
        "METRICS": "on",
        "LOST_PEPPERS": f"{'0' * 16}, {'1' * 16}",
        "MINIMUM_COHORT": "25",
        "CONTRIBUTIONS": "invited",
        "OPERATOR_CONTACT": " operator@muster.example ",
    }

    config = from_environment(given, tmp_path / "instance")

    assert config.production
    assert config.database_url == "postgresql+psycopg://host/muster"
    assert config.peppers == (PEPPER.encode(), b"q" * 32)
    assert config.trusted_hosts == ("muster.example", "www.muster.example")
    assert config.trusted_proxies == 2
    assert config.rate_limit_storage == "rediss://:secret@cache.example:6380/1"
    assert config.metrics
    assert config.lost_peppers == {"0" * 16, "1" * 16}
    assert config.minimum_cohort == 25
    assert config.invited_only
    assert config.operator_contact == "operator@muster.example"
    assert not (tmp_path / "instance").exists()


def test_an_empty_setting_has_its_default(tmp_path: Path) -> None:
    empty = dict.fromkeys(("MUSTER_ENV", "DATABASE_URL", "SECRET_KEY", "PEPPER", "TRUSTED_PROXIES"), "")

    config = from_environment(empty, tmp_path / "instance")

    assert not config.production
    assert config.database_url == f"sqlite:///{tmp_path / 'instance' / 'muster.sqlite'}"
    assert config.questionnaires == ROOT / "questionnaires"


def first_start(folder: Path, **settings: str) -> Config:
    """Read the settings and store the secrets that are missing, as a start without a database does."""
    return store_missing_secrets(from_environment(settings, folder))


def test_reading_the_settings_writes_nothing(tmp_path: Path) -> None:
    config = from_environment({}, tmp_path / "instance")

    assert (config.secret_key, config.peppers) == ("", ())
    assert not (tmp_path / "instance").exists()


def test_the_first_start_creates_secrets_that_only_the_owner_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "instance"

    config = first_start(folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {
        "secret-key": 0o600,
        "pepper": 0o600,
    }
    assert (folder / "secret-key").read_text() == config.secret_key
    assert (folder / "pepper").read_bytes() == config.peppers[0]
    assert len(config.secret_key) == 64
    assert config.secret_key.encode() not in config.peppers


def test_the_next_start_reads_the_same_secrets(tmp_path: Path) -> None:
    first = first_start(tmp_path / "instance")

    assert from_environment({}, tmp_path / "instance") == first


def test_of_two_first_starts_both_use_the_secrets_of_one(tmp_path: Path) -> None:
    read_before = [from_environment({}, tmp_path / "instance") for _ in range(2)]

    first, second = map(store_missing_secrets, read_before)

    assert first == second


def test_a_secret_from_the_environment_is_not_written_to_a_file(tmp_path: Path) -> None:
    first_start(tmp_path / "instance", SECRET_KEY=SECRET)

    assert [file.name for file in (tmp_path / "instance").iterdir()] == ["pepper"]


def test_a_new_secret_key_leaves_the_pepper_as_it_is(tmp_path: Path) -> None:
    first = first_start(tmp_path)
    (tmp_path / "secret-key").unlink()

    second = first_start(tmp_path)

    assert second.peppers == first.peppers
    assert second.secret_key != first.secret_key


@pytest.mark.parametrize("content", [b"", b"\xff" * 64])
def test_a_secret_that_was_damaged_stops_the_start(tmp_path: Path, content: bytes) -> None:
    first_start(tmp_path)
    (tmp_path / "pepper").write_bytes(content)

    with pytest.raises(WrongSettingError, match=r"^PEPPER must"):
        from_environment({}, tmp_path)


def test_a_secret_that_cannot_be_stored_stops_the_start_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "instance").write_text("a file in the folder's place")

    with pytest.raises(WrongSettingError, match=r"^SECRET_KEY must be set, because .* cannot be read\.$"):
        first_start(tmp_path / "instance")
