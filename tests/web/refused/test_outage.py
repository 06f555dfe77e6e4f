"""Nothing typed is lost while the database cannot be used, and nobody restarts anything afterwards."""

import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.storage.database import locks
from tests.conftest import a_config
from tests.small_disk import mounted
from tests.web.checks import words
from tests.web.outages import (
    STORED,
    TYPED,
    Outage,
    full,
    gone,
    locked,
    meets_the_outage,
    presses_again,
    read_only,
)
from tests.web.pulse.colleague import open_link, open_pulse
from tests.web.respondent import Respondent

pytestmark = pytest.mark.sqlite

# SQLAlchemy keeps five connections and opens at most ten more.
_MOST_CONNECTIONS = 15
LASTING = [locked, full, read_only, gone]


@pytest.fixture
def small() -> Iterator[Path]:
    """Return a folder, on a small file system of its own if root may mount one.

    It lies outside of pytest's own folders, which any run of the tests may clear away.
    """
    folder = Path(tempfile.mkdtemp(prefix="muster-"))
    with mounted(folder, "2m"):
        yield folder
    shutil.rmtree(folder)


@pytest.fixture
def impatient(small: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """Serve from that folder, with short waits for locks."""
    monkeypatch.setattr(locks, "SECONDS_TO_WAIT", 0.2)
    app = create_app(a_config(f"sqlite:///{small / 'muster.sqlite'}"))
    yield app
    app.extensions["muster"].engine.dispose()


@pytest.mark.parametrize("trouble", LASTING)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_that_cannot_be_saved_is_kept_and_saved_by_the_button_afterwards(
    impatient: Flask, trouble: Outage, language: str
) -> None:
    typing = Respondent(impatient.test_client(), language).starts("full").visits("G")

    with trouble(impatient):
        meets_the_outage(typing)

    presses_again(typing)


@pytest.mark.parametrize("trouble", LASTING)
def test_an_assessment_that_cannot_be_begun_is_begun_by_the_button_afterwards(
    impatient: Flask, trouble: Outage
) -> None:
    person = Respondent(impatient.test_client())

    with trouble(impatient):
        person.starts("quick", "Bellatrix")
        assert person.status == 503
        assert "Bellatrix" in person.text
        # No assessment is open that was not created.
        assert "Sign out" not in person.text

    person.sends()
    assert person.exported()["profile"]["organisation"] == "Bellatrix"


def test_a_code_entered_meanwhile_is_kept_and_opens_afterwards(impatient: Flask) -> None:
    owner = Respondent(impatient.test_client()).starts("quick")
    other = Respondent(impatient.test_client()).opens("code")

    with gone(impatient):
        other.sends({"code": owner.code, "idle": "600"})
        assert other.status == 503
        assert owner.code in other.text

    other.sends()
    assert other.status == 200
    assert other.id == owner.id


def test_what_a_signed_out_person_sent_with_the_code_is_kept_whole(impatient: Flask) -> None:
    typing = Respondent(impatient.test_client()).starts("full")
    code = typing.code
    typing.visits("G").client.delete_cookie("muster")
    typing.sends({**TYPED, "action": "save"})

    with full(impatient):
        assert typing.sends({"code": code, "idle": "60"}).status == 503

    assert typing.sends().status == 200
    assert typing.stored("G1") == STORED


def test_a_page_that_cannot_be_read_says_so(impatient: Flask) -> None:
    reader = Respondent(impatient.test_client(), "fr").starts("quick")

    with gone(impatient):
        for name in ("", "G", "results", "files/scorecard.pdf", "files/assessment.json"):
            assert reader.visits(name).status == 503
            assert reader.response.headers["Retry-After"] == "30"
            assert "Réessayez dans une demi-minute" in reader.text
        assert reader.client.get("/readyz").status_code == 503
        assert reader.client.get("/healthz").status_code == 200

    assert reader.visits("G").status == 200


def test_a_file_cannot_be_kept_and_is_asked_for_again(impatient: Flask) -> None:
    person = Respondent(impatient.test_client(), "fr").starts("quick", "Bellatrix")
    content = person.client.get(person.address("files/assessment.json")).data

    with full(impatient):
        assert person.uploads(content).status == 503
        assert "ne peut pas le conserver" in person.text
        assert words(person.page.query('main a[href="/fr/import"]')[0]) == "Choisir de nouveau le fichier"

    assert person.uploads(content).status == 200
    assert person.exported()["profile"]["organisation"] == "Bellatrix"


def test_a_form_that_is_too_large_is_too_large_during_an_outage_as_well(impatient: Flask) -> None:
    typing = Respondent(impatient.test_client()).starts("quick").visits("G")

    with gone(impatient):
        assert typing.posts({"G1-comment": "x" * 3_000_000}).status == 413


def test_requests_that_wait_for_a_locked_database_do_not_wait_for_each_other(impatient: Flask) -> None:
    url = impatient.extensions["muster"].engine.url
    waits = []

    def write() -> None:
        since = time.monotonic()
        Respondent(impatient.test_client()).starts("quick")
        waits.append(time.monotonic() - since)

    with closing(sqlite3.connect(url.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        threads = [threading.Thread(target=write) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(waits) == 8
    assert max(waits) < 3


def test_a_pool_without_a_free_connection_is_an_outage_too(impatient: Flask) -> None:
    pool = impatient.extensions["muster"].engine
    typing = Respondent(impatient.test_client()).starts("full").visits("G")

    taken = [pool.connect() for _ in range(_MOST_CONNECTIONS)]
    typing.sends({**TYPED, "action": "save"})
    for connection in taken:
        connection.close()

    assert typing.status == 503
    typing.sends()
    assert typing.stored("G1") == STORED


def test_a_file_put_in_place_of_the_database_is_not_written_to(impatient: Flask, small: Path) -> None:
    typing = Respondent(impatient.test_client()).starts("full").visits("G")
    path = small / "muster.sqlite"

    shutil.copy(path, small / "copy")
    with gone(impatient):
        shutil.copy(small / "copy", path)
        before = path.read_bytes()
        assert typing.sends({**TYPED, "action": "save"}).status == 503
        assert path.read_bytes() == before
        path.unlink()

    typing.sends()
    assert typing.stored("G1") == STORED


@pytest.mark.parametrize("trouble", LASTING)
def test_an_answer_to_a_pulse_is_kept_and_sent_by_the_button_afterwards(
    impatient: Flask, trouble: Outage
) -> None:
    link = open_pulse(Respondent(impatient.test_client()).starts("quick"), "function")
    answering = open_link(impatient, link)

    with trouble(impatient):
        answering.sends({"O1": "essential", "O2": ["recruitment", "media_relations"], "group": "sales"})
        assert answering.status == 503
        assert "Sales or business development" in answering.text
        assert "Help with recruitment" in answering.text

    # The first answer was not stored, so this is not a second one.
    assert "Thank you" in answering.sends().text
