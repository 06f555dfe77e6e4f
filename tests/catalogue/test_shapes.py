"""Tables and lists: their keys, order and entries."""

from pathlib import Path

import pytest

from tests.catalogue.mutations import GARDEN, GUIDANCE, HARBOUR, MAIN, OPINIONS, SURVEY, Seed, found, reason


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Seed(HARBOUR, "gate = true", "gate = true\ncolour = 1"), "H1.colour"),
        (Seed(HARBOUR, 'letter = "H"', 'letter = "H"\ncolour = 1'), "colour"),
        (Seed(MAIN, 'version = "1.0"', 'version = "1.0"\ncolour = 1'), "colour"),
        (Seed(MAIN, 'id = "quick"', 'id = "quick"\ncolour = 1'), "quick.colour"),
        (Seed(MAIN, "[[word]]", "[[word]]\ncolour = 1"), "word.1.colour"),
        (Seed(OPINIONS, 'token = "none"', 'token = "none"\ncolour = 1'), "O2.none.colour"),
        (Seed(OPINIONS, "[[opinion.combined]]", "[[opinion.combined]]\ncolour = 1"), "O1.combined.1.colour"),
        (Seed(SURVEY, "n = 100", "n = 100\ncolour = 1"), "survey.colour"),
        (Seed(SURVEY, "[confidence]", "[confidence]\nD = 1"), "confidence.D"),
        (Seed(SURVEY, 'name = "fog"', 'name = "fog"\ncolour = 1'), "fog.colour"),
        (Seed(GUIDANCE, 'id = "R2"', 'id = "R2"\ncolour = 1'), "R2.colour"),
        (Seed(GUIDANCE, 'id = "R2"', 'id = "R2"\nissuer.de = "Die"'), "R2.issuer.de"),
    ],
)
def test_an_unknown_key_is_refused_at_any_depth(sound: Path, seed: Seed, key: str) -> None:
    seed.plant(sound)

    assert found(sound) == [(seed.file, key)]
    assert reason(sound) == "is not a known key"


def test_a_misspelt_key_is_told_its_nearest(sound: Path) -> None:
    Seed(HARBOUR, 'barrier.en = "Fog"', 'barier.en = "Fog"').plant(sound)
    Seed(HARBOUR, 'barrier.fr = "Brouillard"', "").plant(sound)

    assert found(sound) == [(HARBOUR, "barier")]
    assert reason(sound) == "is not a known key; did you mean “barrier”?"


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Seed(HARBOUR, 'id = "H1"\n', ""), "practice.1.id"),
        (Seed(HARBOUR, "effort = 1\n", ""), "H1.effort"),
        (Seed(HARBOUR, "gate = true\n", ""), "H1.gate"),
        (Seed(MAIN, 'version = "1.0"\n', ""), "version"),
        (Seed(OPINIONS, 'choice = "many"\n', ""), "O2.choice"),
        (Seed(SURVEY, 'confidence = "B"\n', ""), "F1.confidence"),
        (Seed(SURVEY, 'address = "https://pilots.example/1912"\n', ""), "F1.address"),
        (Seed(SURVEY, "n = 100\n", ""), "survey.n"),
        (Seed(GUIDANCE, 'status = "Vs"\n', ""), "R2.status"),
    ],
)
def test_a_missing_key_is_refused(sound: Path, seed: Seed, key: str) -> None:
    seed.plant(sound)

    assert (seed.file, key) in found(sound)


def test_a_figure_without_a_source_is_refused_in_both_languages(sound: Path) -> None:
    Seed(SURVEY, 'source.en = "The Pilots, 1912"\nsource.fr = "Les Pilotes, 1912"\n', "").plant(sound)

    assert found(sound) == [(SURVEY, "F1.source")]


def test_a_missing_level_is_refused(sound: Path) -> None:
    Seed(HARBOUR, 'level.3.en = "All of us keep the lighthouse."\n', "").plant(sound)
    Seed(HARBOUR, 'level.3.fr = "Tous entretiennent le phare."\n', "").plant(sound)

    assert found(sound) == [(HARBOUR, "H1.level.3")]


def test_a_sixth_level_is_refused(sound: Path) -> None:
    Seed(HARBOUR, "evidence.1.en", 'level.5.en = "More."\nlevel.5.fr = "Plus."\nevidence.1.en').plant(sound)

    assert found(sound) == [(HARBOUR, "H1.level.5")]


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        ('level.1.en = "Some of us keep the hedge."\n', "level.2.", "G1.level"),
        ('action.1.en = "Name a keeper."\n', "action.2.", "G1.action"),
        ('evidence.1.en = "Logbook"\n', "evidence.2.", "G1.evidence"),
    ],
)
def test_numbers_out_of_order_are_refused(sound: Path, first: str, second: str, key: str) -> None:
    path = sound / GARDEN
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    later = next(line for line in lines if line.startswith(second))
    at, other = lines.index(first), lines.index(later)
    lines[at : at + 2], lines[other : other + 2] = lines[other : other + 2], lines[at : at + 2]
    path.write_text("".join(lines), encoding="utf-8")

    assert found(sound) == [(GARDEN, key)]
    assert "out of order: " in reason(sound)


def test_a_gap_in_the_evidence_is_refused_at_both_ends(sound: Path) -> None:
    Seed(GARDEN, "evidence.2.en", "evidence.3.en").plant(sound)
    Seed(GARDEN, "evidence.2.fr", "evidence.3.fr").plant(sound)

    assert found(sound) == [(GARDEN, "G1.evidence.2"), (GARDEN, "G1.evidence.3")]


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Seed(GARDEN, 'guidance = ["R2"]', "guidance = []"), "G1.guidance"),
        (Seed(MAIN, 'questions = ["H1", "G1"]', "questions = []"), "quick.questions"),
        (Seed(SURVEY, 'mix_figures = ["F2"]', "mix_figures = []"), "survey.mix_figures"),
        (Seed(OPINIONS, 'tokens = ["fair", "fine"]', "tokens = []"), "O1.combined.1.tokens"),
    ],
)
def test_an_empty_list_is_refused(sound: Path, seed: Seed, key: str) -> None:
    seed.plant(sound)

    assert found(sound) == [(seed.file, key)]
    assert reason(sound) == "is empty"


def test_a_repeated_item_is_refused(sound: Path) -> None:
    Seed(HARBOUR, '["R1", "R2"]', '["R1", "R2", "R1"]').plant(sound)

    assert found(sound) == [(HARBOUR, "H1.guidance.3")]


def test_a_word_in_place_of_a_list_is_refused(sound: Path) -> None:
    Seed(GARDEN, 'guidance = ["R2"]', 'guidance = "R2"').plant(sound)

    assert found(sound) == [(GARDEN, "G1.guidance")]
    assert reason(sound) == "must be a list"


def test_a_single_table_in_place_of_a_list_of_tables_is_refused(sound: Path) -> None:
    Seed(GARDEN, "[[practice]]", "[practice]").plant(sound)

    assert (GARDEN, "practice") in found(sound)
