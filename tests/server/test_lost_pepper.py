"""A start after the pepper was lost: one sentence, and nothing is made or changed."""

from hashlib import sha256
from pathlib import Path

import pytest

from app.storage.sealing.vault import Vault, pepper_name
from app.storage.startup import open_database
from tests import build
from tests.installed_copy import lay_out_copy, run, serve
from tests.storage.stored_assessment import Store

SECRETS = ("pepper", "secret-key")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Lay out a copy that was started once, and store an assessment in its database."""
    house = lay_out_copy(tmp_path)
    assert run(house, "-c", "import wsgi").returncode == 0
    engine = open_database(f"sqlite:///{house / 'instance' / 'muster.sqlite'}")
    vault = Vault([(house / "instance" / "pepper").read_bytes()])
    Store(engine, vault, build.a_questionnaire()).create(build.bellatrix(build.a_questionnaire()))
    engine.dispose()
    return house


def sentence(pepper: bytes) -> str:
    """Return what a start says that lacks a pepper which one link needs."""
    return (
        "PEPPER must hold every pepper under which stored links were made, and a new one opens none of them;"
        f" links without theirs: 1 (pepper {pepper_name(pepper)}).\n"
    )


def content(house: Path) -> dict[str, str]:
    """Digest the files that are kept between starts."""
    files = (house / "instance").iterdir()
    kept = (file for file in files if file.name in (*SECRETS, "muster.sqlite"))
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in kept}


@pytest.mark.parametrize("lost", [("pepper",), SECRETS])
def test_a_start_without_the_pepper_ends_with_one_sentence_and_makes_nothing(
    house: Path, lost: tuple[str, ...]
) -> None:
    expected = sentence((house / "instance" / "pepper").read_bytes())
    for name in lost:
        (house / "instance" / name).unlink()
    before = content(house)

    ended = run(house, "-c", "import wsgi")
    served = run(house, "-m", "gunicorn", "wsgi:app", PORT="0")

    assert (ended.returncode, ended.stderr) == (1, expected)
    assert served.returncode != 0
    assert expected.strip() in served.stderr
    assert "Traceback" not in served.stderr
    assert content(house) == before


@pytest.mark.parametrize("mode", ["development", "production"])
def test_a_start_with_another_pepper_ends_with_one_sentence(house: Path, mode: str) -> None:
    before, pepper = content(house), (house / "instance" / "pepper").read_bytes()
    expected = sentence(pepper)

    ended = run(house, "-c", "import wsgi", PEPPER="q" * 32, SECRET_KEY="s" * 32, MUSTER_ENV=mode)

    assert (ended.returncode, ended.stderr) == (1, expected)
    assert content(house) == before
    lost = pepper_name(pepper)
    assert run(house, "-c", "import wsgi", PEPPER="q" * 32, LOST_PEPPERS=lost).returncode == 0


def test_a_start_with_the_pepper_put_back_or_in_a_list_goes_on(house: Path) -> None:
    pepper = (house / "instance" / "pepper").read_text()
    (house / "instance" / "pepper").unlink()
    (house / "instance" / "secret-key").unlink()

    assert run(house, "-c", "import wsgi", PEPPER=f"{'q' * 32},{pepper}").returncode == 0
    (house / "instance" / "pepper").write_text(pepper)
    with serve(house, "put-back") as server:
        assert server.get("/readyz")[0] == 200
    assert set(content(house)) == {*SECRETS, "muster.sqlite"}
