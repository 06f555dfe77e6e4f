"""The rules find what they are for: each fault here is one that a validator refuses, or that none notices."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.exchange.oscal import poam_json
from tests.exchange.oscal.build import catalog, content
from tests.exchange.oscal.rules import faults

Root = dict[str, Any]


def first_control(root: Root) -> Root:
    return dict(root["groups"][0]["controls"][0])


def broken(content_of: bytes, change: Callable[[Root], object]) -> bytes:
    """Return a file after a change to its root."""
    file = json.loads(content_of)
    (root,) = file.values()
    change(root)
    return json.dumps(file).encode()


# What is wrong, and how the catalogue comes to it.
IN_A_CATALOGUE: dict[str, Callable[[Root], object]] = {
    "g2 is defined 2 times": lambda root: root["groups"][0]["controls"][0].update(id="g2"),
    "g2_smt is defined 2 times": lambda root: first_control(root)["parts"][0].update(id="g2_smt"),
    "g1 has no statement": lambda root: root["groups"][0]["controls"][0]["parts"].pop(0),
    "leads nowhere": lambda root: first_control(root)["links"][0].update(href="#nowhere"),
    "is not referred to": lambda root: root["back-matter"]["resources"].append(
        {"uuid": "9b0a3d8e-5d3c-4f0e-8d4a-0f6c5a1b2c3d"}
    ),
    "no UUID of version 4 or 5": lambda root: root.update(uuid="01930c1e-5d3c-7f0e-8d4a-0f6c5a1b2c3d"),
    "no time with its zone": lambda root: root["metadata"].update({"last-modified": "2026-11-01T00:00:00"}),
    "no token": lambda root: root["groups"][0].update(id="1-domain"),
    "no string of one line": lambda root: first_control(root)["props"][0].update(value="G1\u202f"),
    "is not one line": lambda root: root["metadata"].update(title="one\ntwo"),
    "has no scheme": lambda root: first_control(root)["props"][3].update(ns="muster"),
    "props is empty": lambda root: root["groups"][0].update(props=[]),
    "metadata without version": lambda root: root["metadata"].pop("version"),
}
IN_A_PLAN: dict[str, Callable[[Root], object]] = {
    "risk-uuid": lambda root: root["risks"].pop(0),
    "observation-uuid": lambda root: root["observations"].pop(0),
    "finding-uuid": lambda root: root["findings"].pop(0),
    "role-id": lambda root: root["metadata"]["roles"].pop(),
    "actor-uuid": lambda root: root["local-definitions"]["assessment-assets"]["components"].clear(),
    "target-id g9_obj": lambda root: root["findings"][0]["target"].update({"target-id": "g9_obj"}),
    "poam-items without description": lambda root: root["poam-items"][0].pop("description"),
}


@pytest.mark.parametrize("fault", IN_A_CATALOGUE)
def test_a_fault_of_a_catalogue_is_found(fault: str) -> None:
    file = broken(catalog(), IN_A_CATALOGUE[fault])

    assert any(fault in each for each in faults(file, catalog()))


@pytest.mark.parametrize("fault", IN_A_PLAN)
def test_a_fault_of_a_plan_is_found(fault: str) -> None:
    file = broken(poam_json.write(content()), IN_A_PLAN[fault])

    assert any(fault in each for each in faults(file, catalog()))
