"""Deletion: an owner confirms it, everything is deleted, and the task list names the day of the purge."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import event, text

from app.config import Config
from app.storage.database.tables import Base
from app.translations.dates import format_day
from tests.storage.programme.stored_programme import NAME, submits
from tests.web.programme_member import joins, saved_of
from tests.web.respondent import Respondent
from tests.web.serving import serve


@pytest.fixture
def alone(config: Config) -> Iterator[Flask]:
    """Serve from a database of its own, which purges unchanged assessments after ten days."""
    with serve(replace(config, retention_days=10)) as app:
        yield app


def rows(app: Flask) -> int:
    """Count the rows of all tables."""
    with app.extensions["muster"].engine.connect() as connection:
        return sum(
            connection.scalar(text(f"SELECT count(*) FROM {name}"))  # noqa: S608  our own tables
            for name in Base.metadata.tables
        )


def test_an_owner_confirms_and_everything_is_deleted(alone: Flask) -> None:
    respondent = Respondent(alone.test_client()).starts("full", "Bellatrix")
    code = respondent.code
    respondent.answers("G", "save", G1="2")
    assert rows(alone) > 20

    respondent.visits("").opens(respondent.address("delete")).sends({"sure": "yes"})

    assert respondent.path == "/en/deleted"
    assert rows(alone) == 0
    assert respondent.opens("code").sends({"code": code, "idle": "60"}).status == 404


def test_a_programme_learns_of_the_deletion_and_the_page_says_so(app: Flask, respondent: Respondent) -> None:
    saved = saved_of(app, respondent.starts("quick"))
    respondent.answers_all().completes()
    programme = joins(saved)
    submits(saved)
    assert f"all that was submitted to the programme “{NAME}”" in respondent.visits("delete").text

    respondent.sends({"sure": "yes"})

    assert [state for state, _ in programme.states().values()] == ["left"]
    assert programme.opens() == ()


def test_what_a_programme_kept_without_a_tie_is_deleted_too(app: Flask, respondent: Respondent) -> None:
    saved = saved_of(app, respondent.starts("quick"))
    respondent.answers_all().completes()
    programme = joins(saved)
    submits(saved)
    programme.withdraws(*programme.lists())
    assert len(programme.opens()) == 1

    respondent.visits("delete").sends({"sure": "yes"})

    assert programme.opens() == ()


def test_an_assessment_in_no_programme_reads_nothing_of_one(respondent: Respondent) -> None:
    assert "programme" not in respondent.starts("quick").visits("delete").text


def test_without_the_tick_nothing_is_deleted(respondent: Respondent) -> None:
    respondent.starts("quick").visits("delete").sends()

    assert respondent.status == 422
    assert respondent.errors() == [
        "Tick “Yes, delete this assessment for good” if you want to delete the assessment"
    ]
    assert respondent.exported()["profile"]["variant"] == "quick"


def test_a_person_without_the_code_can_neither_see_the_page_nor_delete(
    respondent: Respondent, respondente: Respondent
) -> None:
    path = respondent.starts("quick").visits("delete").path

    assert respondente.opens(path.replace("/en/", "/fr/")).status == 404
    respondente.posts({"sure": "yes", "csrf_token": respondente.token()})

    assert respondente.status == 404
    assert respondent.exported()


def test_other_assessments_stay_open_in_this_browser(respondent: Respondent) -> None:
    first = respondent.starts("quick", "Aldebaran").address("")
    respondent.starts("quick", "Bellatrix").visits("delete").sends({"sure": "yes"})

    assert "Aldebaran" in respondent.opens(first).text


def test_a_page_that_was_open_when_it_was_deleted_says_that_nothing_is_there(respondent: Respondent) -> None:
    tab = respondent.starts("quick").visits("G").in_another_tab()
    respondent.visits("delete").sends({"sure": "yes"})

    assert tab.sends({"G1": "2", "action": "save"}).status == 404


def test_what_is_deleted_in_the_middle_of_a_save_is_not_saved(alone: Flask) -> None:
    respondent = Respondent(alone.test_client()).starts("quick").visits("G")
    engine = alone.extensions["muster"].engine

    # The save reads, returns its connection to the pool, and takes another one to write.
    @event.listens_for(engine, "checkin", once=True)
    def delete(*_: object) -> None:
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM assessments"))

    assert respondent.sends({"G1": "2", "action": "save"}).status == 404


@pytest.mark.parametrize(("language", "words"), [("en", "automatically on"), ("fr", "automatiquement le")])
def test_the_task_list_says_when_it_will_be_purged(alone: Flask, language: str, words: str) -> None:
    respondent = Respondent(alone.test_client(), language).starts("quick").visits("")
    due = (datetime.now(UTC) + timedelta(10)).date()

    assert f"{words} {format_day(due, 'fr' if language == 'fr' else 'en')}" in respondent.text


def test_where_nothing_is_purged_the_task_list_does_not_say_so(respondent: Respondent) -> None:
    assert "automatically" not in respondent.starts("quick").visits("").text
