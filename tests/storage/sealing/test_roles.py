"""Which of two links to an assessment may do more."""

import pytest

from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER, VOICE, Grant


def grant(role: str, domains: str = "", *, scores: bool = False) -> Grant:
    return Grant("assessment", f"{role} {domains} {scores}", role, domains, scores)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        (grant(OWNER), grant(VIEWER)),
        (grant(OWNER), grant(VOICE, "G")),
        (grant(OWNER), grant(CONTRIBUTOR, "GIAS", scores=True)),
        (grant(CONTRIBUTOR, "GS"), grant(CONTRIBUTOR, "G")),
        (grant(CONTRIBUTOR, "G", scores=True), grant(CONTRIBUTOR, "G")),
        (grant(CONTRIBUTOR, "SG", scores=True), grant(CONTRIBUTOR, "S")),
    ],
)
def test_a_link_exceeds_one_that_may_do_less_and_not_the_other_way_round(
    stronger: Grant, weaker: Grant
) -> None:
    assert stronger.exceeds(weaker)
    assert not weaker.exceeds(stronger)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (grant(OWNER), grant(OWNER)),
        (grant(VIEWER), grant(VIEWER)),
        (grant(VIEWER), grant(CONTRIBUTOR, "G")),
        (grant(CONTRIBUTOR, "G"), grant(CONTRIBUTOR, "S")),
        (grant(CONTRIBUTOR, "GS"), grant(CONTRIBUTOR, "G", scores=True)),
        # Two voices are two persons: the link of one does not stand for that of the other.
        (grant(VOICE, "GS"), grant(VOICE, "G")),
        (grant(VOICE, "G"), grant(CONTRIBUTOR, "G")),
        (grant(VIEWER), grant(VOICE, "G")),
    ],
)
def test_of_two_links_that_may_do_the_same_or_different_things_none_exceeds_the_other(
    one: Grant, other: Grant
) -> None:
    assert not one.exceeds(other)
    assert not other.exceeds(one)
