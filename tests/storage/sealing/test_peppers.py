"""The peppers that stored links need are compared with those that are given."""

import pytest
from sqlalchemy import insert, text

from app.config import WrongSettingError
from app.storage.database.tables import PulseRow
from app.storage.sealing import peppers
from app.storage.sealing.roles import VIEWER
from app.storage.sealing.vault import Vault, pepper_name
from app.storage.startup import open_database
from tests import build
from tests.storage.conftest import PEPPER
from tests.storage.stored_assessment import SavedAssessment, Store

OTHER = b"another pepper of thirty-two ..."


def missing(store: Store, *given: bytes) -> int:
    """Count the links that need a pepper which is not given."""
    with store.reading.connect() as connection:
        return peppers.count_links_without_pepper(connection, peppers.names_of(given))


def test_a_link_needs_the_pepper_it_was_made_under(store: Store, saved: SavedAssessment) -> None:
    saved.shares(VIEWER)

    assert missing(store, PEPPER) == missing(store, OTHER, PEPPER) == 0
    assert missing(store, OTHER) == missing(store) == 2


def test_a_withdrawn_link_needs_none(store: Store, saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)
    store.run(text("UPDATE links SET pepper_name = 'lost' WHERE role = 'viewer'"))
    assert missing(store, PEPPER) == 1

    saved.withdraws(viewer)

    assert missing(store, PEPPER) == 0


@pytest.mark.parametrize(("is_open", "expected"), [(True, 1), (False, 0)])
def test_an_open_pulse_needs_its_pepper_and_a_closed_one_needs_none(
    store: Store, saved: SavedAssessment, *, is_open: bool, expected: int
) -> None:
    row = {"lookup": b"x", "pepper_name": "lost", "terms": b"", "is_open": is_open, "answers": b""}
    store.run(insert(PulseRow).values(assessment_id=saved.id, **row))

    assert missing(store, PEPPER) == expected


def test_the_names_of_the_peppers_that_are_needed(store: Store, saved: SavedAssessment) -> None:
    other = Store(store.engine, Vault([OTHER]), store.questionnaire)
    other.create(build.capella(other.questionnaire))

    with store.reading.connect() as connection:
        assert peppers.needed_names(connection) == peppers.names_of([PEPPER, OTHER])


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("given", [[], [OTHER]])
def test_a_database_whose_links_need_another_pepper_is_not_opened(url: str, given: list[bytes]) -> None:
    with pytest.raises(WrongSettingError) as error:
        open_database(url, peppers.names_of(given))

    assert str(error.value).startswith("PEPPER must hold every pepper under which stored links were made")
    assert str(error.value).endswith(f" links without theirs: 1 (pepper {pepper_name(PEPPER)}).")


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("given", [[PEPPER], [OTHER, PEPPER], [PEPPER, OTHER], None])
def test_a_rotation_or_a_command_that_needs_no_pepper_opens_it(url: str, given: list[bytes] | None) -> None:
    open_database(url, None if given is None else peppers.names_of(given)).dispose()


@pytest.mark.parametrize("given", [[], [OTHER]])
def test_a_database_without_links_opens_under_any_pepper_or_none(url: str, given: list[bytes]) -> None:
    open_database(url, peppers.names_of(given)).dispose()
