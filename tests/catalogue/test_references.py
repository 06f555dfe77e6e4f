"""Rules between files."""

from pathlib import Path

import pytest

from tests.catalogue.mutations import (
    GARDEN,
    GUIDANCE,
    HARBOUR,
    MAIN,
    OPINIONS,
    SURVEY,
    Mutation,
    check_faults,
    only_reason,
)


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Mutation(HARBOUR, 'id = "H2"', 'id = "H1"'), "H1.id"),
        (Mutation(GARDEN, 'letter = "G"', 'letter = "H"'), "letter"),
        (Mutation(SURVEY, 'id = "F3"', 'id = "F2"'), "F2.id"),
        (Mutation(SURVEY, 'name = "arrivals"', 'name = "fog"'), "fog.name"),
        (Mutation(OPINIONS, 'id = "O2"', 'id = "O1"'), "O1.id"),
        (Mutation(OPINIONS, 'id = "O2"', 'id = "H2"'), "H2.id"),
        (Mutation(GUIDANCE, 'id = "R2"', 'id = "R1"'), "R1.id"),
        (Mutation(MAIN, 'id = "quick"', 'id = "full"'), "full.id"),
    ],
)
def test_an_id_is_defined_once(sound: Path, seed: Mutation, key: str) -> None:
    seed.apply(sound)

    assert (seed.file, key) in check_faults(sound)


def test_an_id_used_in_two_domains_names_the_first_file(sound: Path) -> None:
    Mutation(GARDEN, 'letter = "G"', 'letter = "H"').apply(sound)
    Mutation(GARDEN, 'id = "G1"', 'id = "H1"').apply(sound)
    Mutation(MAIN, '["H1", "G1"]', '["H1", "H2"]').apply(sound)

    assert check_faults(sound)[:2] == [(GARDEN, "H1.id"), (GARDEN, "letter")]


@pytest.mark.parametrize(
    ("seed", "key", "reason"),
    [
        (
            Mutation(HARBOUR, '["R1", "R2"]', '["R1", "R7"]'),
            "H1.guidance.2",
            "names an unknown guidance: R7",
        ),
        (
            Mutation(HARBOUR, '["fog"]', '["fog", "rain"]'),
            "H1.findings.2",
            "names an unknown finding: rain",
        ),
        (
            Mutation(HARBOUR, 'owner = "pilot"', 'owner = "cook"'),
            "H2.owner",
            "names an unknown owner: cook",
        ),
        (
            Mutation(MAIN, '["H1", "G1"]', '["H1", "G1", "O1"]'),
            "quick.questions.3",
            "names an unknown practice: O1",
        ),
        (
            Mutation(HARBOUR, 'builds_on = ["H1"]', 'builds_on = ["H1", "H7"]'),
            "H2.builds_on.2",
            "names an unknown practice: H7",
        ),
        (
            Mutation(SURVEY, 'sample_figure = "F1"', 'sample_figure = "F9"'),
            "survey.sample_figure",
            "names an unknown figure: F9",
        ),
        (
            Mutation(SURVEY, 'mix_figures = ["F2"]', 'mix_figures = ["F9"]'),
            "survey.mix_figures.1",
            "names an unknown figure: F9",
        ),
        (Mutation(SURVEY, 'figure = "F3"', 'figure = "F9"'), "fog.figure", "names an unknown figure: F9"),
        (
            Mutation(OPINIONS, 'figure = "F3"', 'figure = "F9"'),
            "O2.fog.figure",
            "names an unknown figure: F9",
        ),
        (
            Mutation(SURVEY, 'figure = "F3"', 'figure = "F1"'),
            "fog.figure",
            "names a figure without a share: F1",
        ),
        (
            Mutation(OPINIONS, 'figure = "F3"', 'figure = "F1"'),
            "O2.fog.figure",
            "names a figure without a share: F1",
        ),
    ],
)
def test_every_reference_exists(sound: Path, seed: Mutation, key: str, reason: str) -> None:
    seed.apply(sound)

    assert check_faults(sound) == [(seed.file, key)]
    assert only_reason(sound) == reason


def test_findings_without_any_share_in_the_survey_are_each_refused(sound: Path) -> None:
    Mutation(SURVEY, "share = 60\n", "").apply(sound)
    Mutation(SURVEY, "share = 33\n", "").apply(sound)

    assert [key for file, key in check_faults(sound) if file == SURVEY] == ["arrivals.figure", "fog.figure"]


def test_a_quick_variant_without_a_gate_is_refused(sound: Path) -> None:
    Mutation(MAIN, '["H1", "G1"]', '["H2", "G1"]').apply(sound)

    assert check_faults(sound) == [(MAIN, "quick.questions")]
    assert only_reason(sound) == "leaves out the gate H1"


def test_a_quick_variant_without_a_domain_is_refused(sound: Path) -> None:
    Mutation(MAIN, '["H1", "G1"]', '["H1", "H2"]').apply(sound)

    assert check_faults(sound) == [(MAIN, "quick.questions")]
    assert only_reason(sound) == "asks nothing of domains/garden.toml"


def test_what_a_practice_builds_on_is_not_what_a_variant_asks(sound: Path) -> None:
    Mutation(HARBOUR, "gate = true", 'gate = false\nbuilds_on = ["G1"]').apply(sound)
    Mutation(MAIN, '["H1", "G1"]', '["H1"]').apply(sound)

    assert only_reason(sound) == "asks nothing of domains/garden.toml"


def test_a_practice_that_builds_on_itself_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, 'builds_on = ["H1"]', 'builds_on = ["H1", "H2"]').apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H2.builds_on")]
    assert only_reason(sound) == "names the practice itself"


def test_a_circle_of_practices_is_one_fault_that_names_them_all(sound: Path) -> None:
    Mutation(HARBOUR, "gate = true", 'gate = true\nbuilds_on = ["G1"]').apply(sound)
    assert check_faults(sound) == []

    Mutation(GARDEN, "gate = false", 'gate = false\nbuilds_on = ["H2"]').apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.builds_on")]
    assert only_reason(sound) == "leads back to the practice: H1, G1, H2, H1"


def test_a_practice_that_leads_into_a_circle_is_not_at_fault(sound: Path) -> None:
    Mutation(HARBOUR, "gate = true", 'gate = true\nbuilds_on = ["G1"]').apply(sound)
    Mutation(GARDEN, "gate = false", 'gate = false\nbuilds_on = ["H1"]').apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.builds_on")]


@pytest.mark.parametrize("file", [GARDEN, SURVEY, GUIDANCE])
def test_a_missing_file_is_one_fault_and_not_one_for_each_reference(sound: Path, file: str) -> None:
    (sound / file).unlink()

    assert check_faults(sound) == [(file, "")]


def test_the_second_part_of_a_pulse_names_practices_that_exist(sound: Path) -> None:
    opinions = sound / OPINIONS
    part = """
[pulse]
practice = "H9"

[[pulse.question]]
id = "Q1"
practice = "H8"
name = {en = "Tide", fr = "Marée"}
question = {en = "Do you know the tide?", fr = "Connaissez-vous la marée\u00a0?"}
help = {en = "That of today.", fr = "Celle du jour."}
option = [{token = "yes", label = {en = "Yes", fr = "Oui"}}]
"""
    opinions.write_text(opinions.read_text("utf-8") + part, "utf-8")

    assert check_faults(sound) == [(OPINIONS, "pulse.Q1.practice"), (OPINIONS, "pulse.practice")]
