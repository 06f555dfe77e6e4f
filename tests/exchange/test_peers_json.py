"""peers.json inside a scorecard’s PDF: equal bytes each time, read strictly."""

import json
from typing import Any

import pytest

from app.exchange import peers_json
from app.exchange.peers_json import FaultyPeersError
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.standings import peer_standings
from tests.figures.cast import card
from tests.figures.cast_peers import a_snapshot, among_suppliers

MEASURES = (OVERALL, *"GIASPCELV")


def written() -> bytes:
    return peers_json.write(among_suppliers(card("bellatrix"), 20), "1.0", "full")


def changed(path: list[str | int], value: object) -> bytes:
    """Return the file with another value at a place."""
    content: Any = json.loads(written())
    at = content
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(content).encode()


FIGURES: list[str | int] = ["cohorts", 0, "measures", "overall", "figures"]


def test_reading_returns_the_shown_part_of_the_snapshot() -> None:
    assert peers_json.read(written(), MEASURES) == a_snapshot(20)


def test_positions_follow_from_what_is_read() -> None:
    again = peer_standings(card("bellatrix"), peers_json.read(written(), MEASURES))

    assert again is not None
    assert peers_json.write(again, "1.0", "full") == written()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        changed(["month"], "November"),
        changed(["cohorts"], None),
        changed(["cohorts", 0, "measures"], {}),
        changed(["cohorts", 0, "measures", "Z"], {"figures": {"n": 20}}),
        changed([*FIGURES, "n"], "20"),
        changed([*FIGURES, "n"], True),
        changed([*FIGURES, "mean"], 50),
        changed(["cohorts", 0, "size_band"], []),
    ],
)
def test_a_file_of_another_program_is_refused(content: bytes) -> None:
    with pytest.raises(FaultyPeersError):
        peers_json.read(content, MEASURES)
