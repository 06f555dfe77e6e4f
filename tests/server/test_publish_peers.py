"""The running server publishes the figures of peers itself."""

import time
from pathlib import Path

from app.storage.sealing.vault import Vault
from app.storage.startup import open_database
from tests import build
from tests.installed_copy import lay_out_copy, serve
from tests.storage.peers.stored_contributions import contribute_all, published
from tests.storage.stored_assessment import Store


def test_a_server_that_starts_publishes_what_may_be_published(tmp_path: Path) -> None:
    house = lay_out_copy(tmp_path)
    engine = open_database(f"sqlite:///{house / 'instance' / 'muster.sqlite'}")
    store = Store(engine, Vault([b"p" * 32]), build.a_questionnaire())
    contribute_all(store, [50] * 10)

    with serve(house, "publishing") as server:
        until = time.monotonic() + 30
        while "Peers published" not in server.printed and time.monotonic() < until:
            time.sleep(0.05)
        snapshot = published(store)
    engine.dispose()

    assert snapshot is not None
    assert "Peers published: 1.0 full." in server.printed
    assert "Traceback" not in server.printed
