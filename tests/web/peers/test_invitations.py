"""Contributing where only invited organisations may do so."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from app.config import Config
from tests.web.contributing_person import (
    complete_assessment,
    count_contributions,
    make_invitation,
)
from tests.web.serving import serve


@pytest.fixture
def by_invitation(config: Config) -> Iterator[Flask]:
    """Serve from a database of its own, where only invited organisations may contribute."""
    with serve(replace(config, invited_only=True)) as app:
        yield app


def test_the_page_says_whether_contributors_are_verified(app: Flask, by_invitation: Flask) -> None:
    assert "The organisations are not verified" in complete_assessment(app).visits("peers").text
    assert (
        "only organisations that the operator has invited"
        in complete_assessment(by_invitation).visits("peers").text
    )


def test_an_invitation_works_once(by_invitation: Flask) -> None:
    token = make_invitation(by_invitation)
    first = (
        complete_assessment(by_invitation)
        .visits("peers")
        .sends({"agree": "yes", "invitation": token.lower()})
    )
    second = complete_assessment(by_invitation).visits("peers").sends({"agree": "yes", "invitation": token})

    assert (first.errors(), count_contributions(by_invitation)) == ([], 1)
    assert second.errors() == ["This invitation is not valid, or was used before"]
    assert (second.status, second.text_of("invitation"), second.text_of("agree")) == (422, token, "yes")


@pytest.mark.parametrize("typed", ["", "no-such-token", "0" * 28])
def test_without_an_invitation_nothing_is_contributed_and_the_typed_text_is_kept(
    by_invitation: Flask, typed: str
) -> None:
    respondent = (
        complete_assessment(by_invitation).visits("peers").sends({"agree": "yes", "invitation": typed})
    )

    assert (respondent.status, len(respondent.errors()), count_contributions(by_invitation)) == (422, 1, 0)
    assert (respondent.text_of("invitation"), respondent.text_of("agree")) == (typed, "yes")


def test_a_missing_tick_uses_no_invitation_up(by_invitation: Flask) -> None:
    token = make_invitation(by_invitation)
    respondent = complete_assessment(by_invitation).visits("peers").sends({"invitation": token})

    assert respondent.errors() == ["Tick the box if you agree to send this"]
    assert respondent.sends({"agree": "yes"}).errors() == []
    assert count_contributions(by_invitation) == 1


def test_a_contribution_is_replaced_without_another_invitation(by_invitation: Flask) -> None:
    respondent = complete_assessment(by_invitation).visits("peers")
    respondent.sends({"agree": "yes", "invitation": make_invitation(by_invitation)})
    respondent.begins_confirmed_round().answers("G", G1="4").completes()
    respondent.visits("peers").sends({"agree": "yes"})

    assert (respondent.errors(), count_contributions(by_invitation)) == ([], 1)
    assert "They are the same as your result today" in respondent.text
