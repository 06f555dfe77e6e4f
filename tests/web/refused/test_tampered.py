"""What was altered in the database is named on the page and in one line of the log."""

import logging
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import delete, update

from app.storage.database.tables import DocumentKeyRow, DocumentRow, LinkRow
from tests.conftest import a_config
from tests.web.respondent import Respondent
from tests.web.serving import serve


@pytest.fixture
def served(new_database: Callable[[], str]) -> Iterator[Flask]:
    with serve(a_config(new_database())) as app:
        yield app


@pytest.fixture
def owner(served: Flask) -> Respondent:
    return Respondent(served.test_client()).starts("quick", "Zyzzyva").visits("G")


CASES = {
    "a document cut short": (
        update(DocumentRow).where(DocumentRow.name == "G").values(sealed=b"short"),
        *("G", "G", "G Mandate and governance"),
    ),
    "a key taken away": (
        delete(DocumentKeyRow).where(DocumentKeyRow.name == "opinions"),
        *("", "opinions", "Your opinion"),
    ),
    "a document taken away": (
        delete(DocumentRow).where(DocumentRow.name == "targets"),
        *("results", "targets", "Target levels"),
    ),
    "the list of links altered": (
        update(DocumentRow).where(DocumentRow.name == "links").values(version=9),
        *("sharing", "links", "Sharing"),
    ),
    "a public key swapped": (update(LinkRow).values(public_key=bytes(32)), *("G", "link", "A link")),
    "a history taken away": (
        delete(DocumentRow).where(DocumentRow.name.like("history-%")),
        *("sharing", "history", "The history of a link"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_was_altered_is_named_on_a_page_and_in_one_line(
    served: Flask, owner: Respondent, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    statement, page, part, name = CASES[case]
    with served.extensions["muster"].engine.begin() as connection:
        connection.execute(statement)

    with caplog.at_level(logging.INFO):
        owner.visits(page)

    assert owner.status == 500
    assert "Something stored has been altered" in owner.text
    assert f"“{name}”" in owner.text
    [line] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert line.exc_info is None
    assert line.getMessage().endswith(part)
    assert owner.id not in line.getMessage()
    assert not [words for words in ("Zyzzyva", "sealed=", "Traceback") if words in caplog.text]


def test_it_is_named_in_french_too(served: Flask, owner: Respondent) -> None:
    with served.extensions["muster"].engine.begin() as connection:
        connection.execute(delete(DocumentRow).where(DocumentRow.name == "targets"))

    french = Respondent(served.test_client(), "fr")
    french.client = owner.client
    french.opens(owner.address("results").replace("/en/", "/fr/"))

    assert french.status == 500
    assert "Une partie des données enregistrées a été altérée" in french.text
