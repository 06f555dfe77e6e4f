"""Sixty organisations of a list with accents, duplicates and blanks, each as far as it went."""

from collections import Counter
from datetime import timedelta

from app.exchange.programme import labels_csv
from app.maturity.programme.programme import LABEL_LIMIT, MAX_INVITATIONS
from app.maturity.programme.submission import LEVELS, SCORES
from tests import build
from tests.storage.programme.stored_programme import StoredProgramme, accepts, at, status, submits, takes_back
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import NOW, SavedAssessment

LISTED = [f"Organisation {number:02} Ægir" for number in range(58)]
LONGEST = ["é" * LABEL_LIMIT, "Ω" * LABEL_LIMIT]
FILE = "\n".join(["Organisation", *LISTED, "", "  ", LISTED[0].upper(), *LONGEST, LISTED[3], ""]).encode()
BEGUN, COMPLETE, SUBMITTED, REPLACED, WITHDRAWN = 40, 30, 20, 3, 2


def lives(programme: StoredProgramme) -> list[SavedAssessment]:
    """Invite sixty, of which forty begin, thirty complete, twenty submit, three replace and two withdraw."""
    store, labels = programme.store, labels_csv.read_file(FILE, (), MAX_INVITATIONS)
    assert (len(labels.labels), len(labels.left_out)) == (60, 2)
    invited = programme.invites(*labels.labels)
    saved = [store.create(build.bellatrix(store.questionnaire)) for _ in range(BEGUN)]
    for each, invitation in zip(saved, invited, strict=False):
        accepts(each, invitation.token)
    for each in saved[:COMPLETE]:
        closes(at(each, NOW + timedelta(days=1)), NOW.date() + timedelta(days=1))
    for place, each in enumerate(saved[:SUBMITTED]):
        on = at(each, NOW + timedelta(days=2))
        submits(on, 1, b"first %d" % place, None if place % 2 else b"texts", SCORES if place % 2 else LEVELS)
    for each in saved[:REPLACED]:
        submits(at(each, NOW + timedelta(days=3)), 1, b"second")
    for each in saved[REPLACED : REPLACED + WITHDRAWN]:
        takes_back(at(each, NOW + timedelta(days=4)))
    return saved


def test_the_coordinator_sees_exactly_that(programme: StoredProgramme) -> None:
    lives(programme)

    states = programme.states()

    assert Counter(state for state, _ in states.values()) == {
        "not_begun": 60 - BEGUN,
        "begun": BEGUN - COMPLETE,
        "complete": COMPLETE - SUBMITTED + WITHDRAWN,
        "submitted": SUBMITTED - WITHDRAWN,
    }
    assert Counter((on - NOW.date()).days for _, on in states.values()) == {
        0: 30,
        1: COMPLETE - SUBMITTED,
        2: SUBMITTED - REPLACED - WITHDRAWN,
        3: REPLACED,
        4: WITHDRAWN,
    }
    assert set(states) == {*LISTED, *LONGEST}
    contents = list(programme.contents().values())
    assert (len(contents), contents.count(b"second")) == (SUBMITTED - WITHDRAWN, REPLACED)
    assert sum(each.has_texts for each in programme.opens()) == 7


def test_every_organisation_sees_the_state_that_the_coordinator_sees(programme: StoredProgramme) -> None:
    saved = lives(programme)
    by_invitation = {each.id: (each.state, each.state_on) for each in programme.lists()}

    for each in saved:
        held = status(each)
        assert held is not None
        assert (held.state, held.state_on) == by_invitation.pop(held.participation.invitation_id)
    assert {state for state, _ in by_invitation.values()} == {"not_begun"}
