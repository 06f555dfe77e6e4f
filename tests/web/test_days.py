"""The days that the service writes and accepts, at any hour and in any time zone of its machine."""

import json
import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from app.translations.dates import format_day
from tests import build
from tests.conftest import Databases, a_config
from tests.web.respondent import Respondent
from tests.web.serving import serve

DAY = timedelta(days=1)
LAST_OF_YEAR = date(2026, 12, 31)
# In UTC the next day begins at 10:00 at UTC+14 and at 11:00 in Auckland; Los Angeles follows UTC at 08:00.
HOURS = [(0, 0), (9, 59), (10, 0), (12, 0), (23, 59)]
# At ten in UTC the next day begins at UTC+14.
AT_TEN = datetime(2026, 12, 31, 10, 0, tzinfo=UTC)


class MovableClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.moment = AT_TEN

    def __call__(self) -> datetime:
        """Return the moment at which it stands."""
        return self.moment


@pytest.fixture(scope="module")
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture(scope="module")
def app(databases: Databases, clock: MovableClock) -> Iterator[Flask]:
    """Serve the tests of this file by their clock."""
    with serve(a_config(databases.lend()), clock) as app:
        yield app


@pytest.fixture(params=["Pacific/Auckland", "America/Los_Angeles"])
def time_zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set the time zone of the machine."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.fixture(params=HOURS, ids=lambda hour: "{:02}:{:02}".format(*hour))
def moment(request: pytest.FixtureRequest, clock: MovableClock) -> datetime:
    """Return the moment of New Year's Eve at which the clock stands."""
    hour, minute = request.param
    clock.moment = datetime(2026, 12, 31, hour, minute, tzinfo=UTC)
    return clock.moment


def answers_file(questionnaire: Questionnaire) -> bytes:
    """Return a file of a complete quick check."""
    return assessment_json.write(build.bellatrix(questionnaire, "quick"), questionnaire)


@pytest.mark.usefixtures("time_zone")
def test_no_day_that_the_service_wrote_is_refused(
    respondent: Respondent, questionnaire: Questionnaire, moment: datetime
) -> None:
    respondent.uploads(answers_file(questionnaire)).completes()
    written = respondent.exported()

    assert written["completed_on"] == moment.date().isoformat() == LAST_OF_YEAR.isoformat()
    respondent.begins_round().answers("G", "save", G1_evidence_date=written["completed_on"])
    assert respondent.stored("G1")["evidence_date"] == written["completed_on"]
    assert respondent.uploads(json.dumps(written).encode()).exported() == written


@pytest.mark.usefixtures("time_zone")
def test_a_link_is_made_on_the_day_in_utc(respondent: Respondent, moment: datetime) -> None:
    respondent.starts("quick").shares("viewer")

    links = respondent.client.get(respondent.address("files/history.json")).get_json()["links"]

    assert links[1]["made_on"] == moment.date().isoformat()


@pytest.mark.usefixtures("time_zone")
def test_the_page_names_the_day_in_utc_on_which_the_assessment_was_completed(
    respondent: Respondent, questionnaire: Questionnaire, moment: datetime
) -> None:
    respondent.uploads(answers_file(questionnaire)).completes()

    assert f"completed on {format_day(moment.date(), 'en')}" in respondent.visits("").text


@pytest.mark.parametrize(
    ("moment_of_typing", "latest"),
    [(AT_TEN - timedelta(minutes=1), LAST_OF_YEAR), (AT_TEN, LAST_OF_YEAR + DAY)],
)
@pytest.mark.usefixtures("time_zone")
def test_a_typed_day_is_refused_only_if_it_is_later_than_the_day_at_utc_plus_14(
    respondent: Respondent, clock: MovableClock, moment_of_typing: datetime, latest: date
) -> None:
    clock.moment = moment_of_typing
    respondent.starts("quick")

    respondent.answers("G", "save", G1_evidence_date=latest.isoformat())
    assert respondent.stored("G1") == {"evidence_date": latest.isoformat()}

    respondent.answers("G", "save", G1_evidence_date=(latest + DAY).isoformat())
    assert respondent.errors() == ["G1 Written policy: the date of the evidence cannot be in the future"]


@pytest.mark.usefixtures("time_zone")
def test_an_imported_day_is_refused_only_if_it_is_later_than_the_day_at_utc_plus_14(
    respondent: Respondent, questionnaire: Questionnaire, clock: MovableClock
) -> None:
    clock.moment = AT_TEN
    content = json.loads(answers_file(questionnaire))

    content["completed_on"] = (LAST_OF_YEAR + DAY).isoformat()
    assert respondent.uploads(json.dumps(content).encode()).exported() == content

    content["completed_on"] = (LAST_OF_YEAR + 2 * DAY).isoformat()
    respondent.uploads(json.dumps(content).encode())
    assert any("completed_on" in sentence for sentence in respondent.errors())


def test_a_browser_is_signed_out_by_the_same_clock(respondent: Respondent, clock: MovableClock) -> None:
    clock.moment = AT_TEN
    respondent.starts("quick")

    clock.moment = AT_TEN + timedelta(minutes=59)
    assert respondent.visits("").status == 200
    clock.moment += timedelta(minutes=61)
    assert respondent.visits("").status == 404


def links_of(owner: Respondent) -> list[dict[str, str]]:
    """Return the links of an assessment as its history file lists them."""
    links: list[dict[str, str]] = owner.client.get(owner.address("files/history.json")).get_json()["links"]
    return links


@pytest.mark.usefixtures("time_zone")
@pytest.mark.parametrize("minutes", [1, 24 * 60])
def test_the_days_of_a_link_are_in_the_order_of_what_happened(
    app: Flask, respondent: Respondent, clock: MovableClock, moment: datetime, minutes: int
) -> None:
    own_code = respondent.starts("quick").code
    code = respondent.shares("viewer").code
    clock.moment += timedelta(minutes=minutes)
    Respondent(app.test_client()).enters(code)
    clock.moment += timedelta(minutes=minutes)
    respondent.enters(own_code).visits("sharing").sends(form="/sharing/withdraw")

    shared = links_of(respondent)[1]

    days = [shared["made_on"], shared["last_used_on"], shared["withdrawn_on"]]
    assert days == [(moment + timedelta(minutes=step * minutes)).date().isoformat() for step in range(3)]


@pytest.mark.usefixtures("time_zone")
def test_a_change_is_never_recorded_before_the_day_of_its_link(
    respondent: Respondent, moment: datetime
) -> None:
    respondent.starts("quick").answers("G", "save", G1="2").visits("history")

    [link] = links_of(respondent)

    assert link["made_on"] == link["last_used_on"] == moment.date().isoformat()
    assert f"{format_day(moment.date(), 'en')}, {moment:%H:%M} UTC" in respondent.text
