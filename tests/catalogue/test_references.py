"""What holds between files."""

from pathlib import Path

import pytest

from tests.catalogue.mutations import GARDEN, GUIDANCE, HARBOUR, MAIN, OPINIONS, SURVEY, Seed, found, reason


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Seed(HARBOUR, 'id = "H2"', 'id = "H1"'), "H1.id"),
        (Seed(GARDEN, 'letter = "G"', 'letter = "H"'), "letter"),
        (Seed(SURVEY, 'id = "F3"', 'id = "F2"'), "F2.id"),
        (Seed(SURVEY, 'name = "arrivals"', 'name = "fog"'), "fog.name"),
        (Seed(OPINIONS, 'id = "O2"', 'id = "O1"'), "O1.id"),
        (Seed(OPINIONS, 'id = "O2"', 'id = "H2"'), "H2.id"),
        (Seed(GUIDANCE, 'id = "R2"', 'id = "R1"'), "R1.id"),
        (Seed(MAIN, 'id = "quick"', 'id = "full"'), "full.id"),
    ],
)
def test_an_id_is_defined_once(sound: Path, seed: Seed, key: str) -> None:
    seed.plant(sound)

    assert (seed.file, key) in found(sound)


def test_an_id_used_in_two_domains_names_the_first_file(sound: Path) -> None:
    Seed(GARDEN, 'letter = "G"', 'letter = "H"').plant(sound)
    Seed(GARDEN, 'id = "G1"', 'id = "H1"').plant(sound)
    Seed(MAIN, '["H1", "G1"]', '["H1", "H2"]').plant(sound)

    assert found(sound)[:2] == [(GARDEN, "H1.id"), (GARDEN, "letter")]


@pytest.mark.parametrize(
    ("seed", "key", "why"),
    [
        (
            Seed(HARBOUR, '["R1", "R2"]', '["R1", "R7"]'),
            "H1.guidance.2",
            "names an unknown guidance: R7",
        ),
        (
            Seed(HARBOUR, '["fog"]', '["fog", "rain"]'),
            "H1.findings.2",
            "names an unknown finding: rain",
        ),
        (
            Seed(HARBOUR, 'owner = "pilot"', 'owner = "cook"'),
            "H2.owner",
            "names an unknown owner: cook",
        ),
        (
            Seed(MAIN, '["H1", "G1"]', '["H1", "G1", "O1"]'),
            "quick.questions.3",
            "names an unknown practice: O1",
        ),
        (
            Seed(SURVEY, 'sample_figure = "F1"', 'sample_figure = "F9"'),
            "survey.sample_figure",
            "names an unknown figure: F9",
        ),
        (
            Seed(SURVEY, 'mix_figures = ["F2"]', 'mix_figures = ["F9"]'),
            "survey.mix_figures.1",
            "names an unknown figure: F9",
        ),
        (Seed(SURVEY, 'figure = "F3"', 'figure = "F9"'), "fog.figure", "names an unknown figure: F9"),
        (
            Seed(OPINIONS, 'figure = "F3"', 'figure = "F9"'),
            "O2.fog.figure",
            "names an unknown figure: F9",
        ),
        (Seed(SURVEY, 'figure = "F3"', 'figure = "F1"'), "fog.figure", "names a figure without a share: F1"),
        (
            Seed(OPINIONS, 'figure = "F3"', 'figure = "F1"'),
            "O2.fog.figure",
            "names a figure without a share: F1",
        ),
    ],
)
def test_what_is_named_exists(sound: Path, seed: Seed, key: str, why: str) -> None:
    seed.plant(sound)

    assert found(sound) == [(seed.file, key)]
    assert reason(sound) == why


def test_findings_without_any_share_in_the_survey_are_each_refused(sound: Path) -> None:
    Seed(SURVEY, "share = 60\n", "").plant(sound)
    Seed(SURVEY, "share = 33\n", "").plant(sound)

    assert [key for file, key in found(sound) if file == SURVEY] == ["arrivals.figure", "fog.figure"]


def test_a_quick_variant_without_a_gate_is_refused(sound: Path) -> None:
    Seed(MAIN, '["H1", "G1"]', '["H2", "G1"]').plant(sound)

    assert found(sound) == [(MAIN, "quick.questions")]
    assert reason(sound) == "leaves out the gate H1"


def test_a_quick_variant_without_a_domain_is_refused(sound: Path) -> None:
    Seed(MAIN, '["H1", "G1"]', '["H1", "H2"]').plant(sound)

    assert found(sound) == [(MAIN, "quick.questions")]
    assert reason(sound) == "asks nothing of domains/garden.toml"


@pytest.mark.parametrize("file", [GARDEN, SURVEY, GUIDANCE])
def test_a_missing_file_is_one_fault_and_not_one_for_each_mention(sound: Path, file: str) -> None:
    (sound / file).unlink()

    assert found(sound) == [(file, "")]
