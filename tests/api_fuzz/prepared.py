"""A database with an assessment, a plan, a closed round and a programme, and the codes of every role."""

import json
import urllib.request
from dataclasses import dataclass, replace
from pathlib import Path

from app import create_app
from app.storage.sealing.roles import (
    API_READER,
    API_WRITER,
    CONTRIBUTOR,
    OWNER,
    PULSE_VIEWER,
    RESULTS_VIEWER,
    VIEWER,
)
from tests.conftest import SECRET, a_config
from tests.web.programme.coordinator import begins_invited, creates_programme, submits

NOBODY, COORDINATOR = "nobody", "coordinator"
_LINKS = (API_READER, API_WRITER, VIEWER, RESULTS_VIEWER, CONTRIBUTOR, PULSE_VIEWER)
ROLES = (NOBODY, OWNER, COORDINATOR, *_LINKS)
_WRITERS = (OWNER, API_WRITER, CONTRIBUTOR)
_PROGRAMME = "programme"
# Without spaces and commas, which separate peppers in the environment.
_PEPPER = "a-pepper-of-the-trial-that-is-thirty-two-long"
# Where the owner, and for the last the coordinator, reads what can be changed.
_STATES = {
    "answers": "/assessment/answers",
    "plan": "/assessment/plan",
    "rounds": "/assessment/rounds",
    _PROGRAMME: "/programme",
}


@dataclass(frozen=True)
class Prepared:
    """The environment of the server, a code by role, and what each may change of what is stored."""

    environment: dict[str, str]
    codes: dict[str, str]
    may_change: dict[str, frozenset[str]]


def prepare(folder: Path) -> Prepared:
    """Store an assessment in a database in a folder, with a programme and a link of each role."""
    config = replace(a_config(f"sqlite:///{folder / 'bench.sqlite'}"), peppers=(_PEPPER.encode(),))
    app = create_app(config)
    programme = creates_programme(app)
    owner = begins_invited(app, programme.invites("Deneb", "Altair")["Deneb"], "Zyzzyva")
    codes = {NOBODY: "", OWNER: owner.code, COORDINATOR: programme.codes[0]}
    owner.answers_all("2")
    owner.visits("results/recommendations").sends({"tick": ["A1"]}, form="/recommendations")
    submits(owner.completes(), "levels").begins_round()
    for role in _LINKS:
        codes[role] = owner.shares(role, "A" if role == CONTRIBUTOR else "").code
    app.extensions["muster"].engine.dispose()
    writes = frozenset({"answers", "plan"})
    may_change = {role: writes if role in _WRITERS else frozenset[str]() for role in ROLES}
    may_change[COORDINATOR] = frozenset({_PROGRAMME})
    return Prepared({"SECRET_KEY": SECRET, "PEPPER": _PEPPER}, codes, may_change)


def read_state(site: str, prepared: Prepared) -> dict[str, object]:
    """Return everything that can be changed."""
    found: dict[str, object] = {}
    for name, path in _STATES.items():
        code = prepared.codes[COORDINATOR if name == _PROGRAMME else OWNER]
        request = urllib.request.Request(f"{site}{path}", headers={"Authorization": f"Bearer {code}"})  # noqa: S310  our own server
        with urllib.request.urlopen(request) as answer:  # noqa: S310  our own server
            found[name] = json.load(answer)
    return found
