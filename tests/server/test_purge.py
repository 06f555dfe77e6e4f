"""The purge that the running server does by itself."""

import json
import time
from pathlib import Path

from sqlalchemy import text

from app.maturity.clock import utc_now
from app.storage.sealing.vault import Vault
from app.storage.startup import open_database
from tests import build
from tests.installed_copy import lay_out_copy, serve
from tests.storage.stored_assessment import Store


def test_a_server_that_starts_purges_what_nobody_changed(tmp_path: Path) -> None:
    house = lay_out_copy(tmp_path)
    engine = open_database(f"sqlite:///{house / 'instance' / 'muster.sqlite'}")
    store = Store(engine, Vault([b"p" * 32]), build.a_questionnaire(), utc_now())
    store.create(build.bellatrix(store.questionnaire))
    store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))
    young = store.create(build.bellatrix(store.questionnaire))

    with serve(house, "purging", RETENTION_DAYS="365", PEPPER="p" * 32) as server:
        until = time.monotonic() + 30
        # Said once it is done: a server that is stopped at once would not come to say it.
        while "Assessments purged" not in server.printed and time.monotonic() < until:
            time.sleep(0.05)
        left = store.rows(text("SELECT id FROM assessments"))
    engine.dispose()

    assert left == [(young.id,)]
    assert "Assessments purged: 1." in server.printed
    assert "Traceback" not in server.printed


def test_a_server_that_starts_long_after_the_last_change_purges_nothing_and_logs_why(tmp_path: Path) -> None:
    house = lay_out_copy(tmp_path)
    engine = open_database(f"sqlite:///{house / 'instance' / 'muster.sqlite'}")
    store = Store(engine, Vault([b"p" * 32]), build.a_questionnaire(), utc_now())
    for _ in range(3):
        store.create(build.bellatrix(store.questionnaire))
    store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))

    with serve(house, "waiting", RETENTION_DAYS="365", PEPPER="p" * 32) as server:
        until = time.monotonic() + 30
        while "The purge of" not in server.printed and time.monotonic() < until:
            time.sleep(0.05)
        status, ready = server.get("/readyz")
        left = store.rows(text("SELECT count(*) FROM assessments"))
    engine.dispose()

    assert left == [(3,)]
    assert "The purge of 3 of 3 assessments waits, because today is" in server.printed
    assert (status, json.loads(ready)["purge"]) == (200, "waiting")
    assert "Traceback" not in server.printed
