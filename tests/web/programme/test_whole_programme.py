"""A programme as its coordinator sees it holds every submission that can be read, and counts the others."""

from dataclasses import replace

import pytest
from flask import Flask

from app.exchange.programme import submission_json
from app.maturity import scorecard
from app.maturity.programme.programme import Programme
from app.web import whole_programme
from tests.storage.programme.stored_programme import NAME, StoredProgramme, creates, submits
from tests.storage.programme.submitting import member, submission_of
from tests.storage.stored_assessment import Store


@pytest.fixture
def store(app: Flask) -> Store:
    services = app.extensions["muster"]
    return Store(services.engine, services.vault, services.versions.newest, services.clock())


@pytest.fixture
def programme(store: Store) -> StoredProgramme:
    return creates(store)


def loads(programme: StoredProgramme) -> Programme:
    with programme.store.reading.connect() as connection:
        key = programme.key(connection)
        return whole_programme.load_programme(connection, key, programme.store.questionnaire)


def test_it_holds_what_was_submitted_and_nothing_of_the_others(programme: StoredProgramme) -> None:
    one, _other = member(programme, "Beta"), member(programme, "Alpha")
    sent = submission_of(one)
    submits(one, 1, submission_json.write(sent))

    found = loads(programme)

    assert (found.name, found.variant, found.created_on) == (NAME, "full", programme.store.now.date())
    alpha, beta = found.organisations
    assert (alpha.label, alpha.state, alpha.submissions, alpha.unreadable) == ("Alpha", "complete", (), 0)
    assert (beta.label, beta.state, beta.submissions, beta.unreadable) == ("Beta", "submitted", (sent,), 0)
    card = scorecard.build(programme.store.questionnaire, one.load().assessment, completed=True)
    assert sent.round.scores.overall == card.overall.score


def test_what_cannot_be_read_is_counted(programme: StoredProgramme) -> None:
    broken, wrong, right = (member(programme, label) for label in ("Alpha", "Beta", "Gamma"))
    submits(broken, 1, b"no submission")
    sent = submission_of(wrong)
    submits(wrong, 1, submission_json.write(replace(sent, round=replace(sent.round, number=2))))
    submits(right, 1, submission_json.write(submission_of(right)))

    found = loads(programme)

    assert [each.unreadable for each in found.organisations] == [1, 1, 0]
    assert [len(each.submissions) for each in found.organisations] == [0, 0, 1]


def test_the_organisations_alone_are_listed_without_their_submissions(programme: StoredProgramme) -> None:
    one = member(programme, "Alpha")
    submits(one, 1, submission_json.write(submission_of(one)))

    with programme.store.reading.connect() as connection:
        [found] = whole_programme.load_organisations(connection, programme.key(connection))

    assert (found.label, found.state, found.submissions) == ("Alpha", "submitted", ())
