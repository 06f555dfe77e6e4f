"""Tables and lists: their keys, order and entries."""

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
        (Mutation(HARBOUR, "gate = true", "gate = true\ncolour = 1"), "H1.colour"),
        (Mutation(HARBOUR, 'letter = "H"', 'letter = "H"\ncolour = 1'), "colour"),
        (Mutation(MAIN, 'version = "1.0"', 'version = "1.0"\ncolour = 1'), "colour"),
        (Mutation(MAIN, 'id = "quick"', 'id = "quick"\ncolour = 1'), "quick.colour"),
        (Mutation(MAIN, "[[word]]", "[[word]]\ncolour = 1"), "word.1.colour"),
        (Mutation(OPINIONS, 'token = "none"', 'token = "none"\ncolour = 1'), "O2.none.colour"),
        (
            Mutation(OPINIONS, "[[opinion.combined]]", "[[opinion.combined]]\ncolour = 1"),
            "O1.combined.1.colour",
        ),
        (Mutation(SURVEY, "n = 100", "n = 100\ncolour = 1"), "survey.colour"),
        (Mutation(SURVEY, "[confidence]", "[confidence]\nD = 1"), "confidence.D"),
        (Mutation(SURVEY, 'name = "fog"', 'name = "fog"\ncolour = 1'), "fog.colour"),
        (Mutation(GUIDANCE, 'id = "R2"', 'id = "R2"\ncolour = 1'), "R2.colour"),
        (Mutation(GUIDANCE, 'id = "R2"', 'id = "R2"\nissuer.de = "Die"'), "R2.issuer.de"),
    ],
)
def test_an_unknown_key_is_refused_at_any_depth(sound: Path, seed: Mutation, key: str) -> None:
    seed.apply(sound)

    assert check_faults(sound) == [(seed.file, key)]
    assert only_reason(sound) == "is not a known key"


def test_the_fault_of_a_misspelt_key_suggests_the_nearest_key(sound: Path) -> None:
    Mutation(HARBOUR, 'barrier.en = "Fog"', 'barier.en = "Fog"').apply(sound)
    Mutation(HARBOUR, 'barrier.fr = "Brouillard"', "").apply(sound)

    assert check_faults(sound) == [(HARBOUR, "barier")]
    assert only_reason(sound) == "is not a known key; did you mean “barrier”?"


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Mutation(HARBOUR, 'id = "H1"\n', ""), "practice.1.id"),
        (Mutation(HARBOUR, "effort = 1\n", ""), "H1.effort"),
        (Mutation(HARBOUR, "gate = true\n", ""), "H1.gate"),
        (Mutation(MAIN, 'version = "1.0"\n', ""), "version"),
        (Mutation(OPINIONS, 'choice = "many"\n', ""), "O2.choice"),
        (Mutation(SURVEY, 'confidence = "B"\n', ""), "F1.confidence"),
        (Mutation(SURVEY, 'address = "https://pilots.example/1912"\n', ""), "F1.address"),
        (Mutation(SURVEY, "n = 100\n", ""), "survey.n"),
        (Mutation(GUIDANCE, 'status = "Vs"\n', ""), "R2.status"),
    ],
)
def test_a_missing_key_is_refused(sound: Path, seed: Mutation, key: str) -> None:
    seed.apply(sound)

    assert (seed.file, key) in check_faults(sound)


def test_a_figure_without_a_source_is_refused_in_both_languages(sound: Path) -> None:
    Mutation(SURVEY, 'source.en = "The Pilots, 1912"\nsource.fr = "Les Pilotes, 1912"\n', "").apply(sound)

    assert check_faults(sound) == [(SURVEY, "F1.source")]


def test_a_missing_level_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, 'level.3.en = "All of us keep the lighthouse."\n', "").apply(sound)
    Mutation(HARBOUR, 'level.3.fr = "Tous entretiennent le phare."\n', "").apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.level.3")]


def test_a_sixth_level_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, "evidence.1.en", 'level.5.en = "More."\nlevel.5.fr = "Plus."\nevidence.1.en').apply(
        sound
    )

    assert check_faults(sound) == [(HARBOUR, "H1.level.5")]


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

    assert check_faults(sound) == [(GARDEN, key)]
    assert "out of order: " in only_reason(sound)


def test_a_gap_in_the_evidence_is_refused_at_both_ends(sound: Path) -> None:
    Mutation(GARDEN, "evidence.2.en", "evidence.3.en").apply(sound)
    Mutation(GARDEN, "evidence.2.fr", "evidence.3.fr").apply(sound)

    assert check_faults(sound) == [(GARDEN, "G1.evidence.2"), (GARDEN, "G1.evidence.3")]


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Mutation(GARDEN, 'guidance = ["R2"]', "guidance = []"), "G1.guidance"),
        (Mutation(MAIN, 'questions = ["H1", "G1"]', "questions = []"), "quick.questions"),
        (Mutation(SURVEY, 'mix_figures = ["F2"]', "mix_figures = []"), "survey.mix_figures"),
        (Mutation(OPINIONS, 'tokens = ["fair", "fine"]', "tokens = []"), "O1.combined.1.tokens"),
    ],
)
def test_an_empty_list_is_refused(sound: Path, seed: Mutation, key: str) -> None:
    seed.apply(sound)

    assert check_faults(sound) == [(seed.file, key)]
    assert only_reason(sound) == "is empty"


def test_a_repeated_item_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, '["R1", "R2"]', '["R1", "R2", "R1"]').apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.guidance.3")]


def test_a_text_in_place_of_a_list_is_refused(sound: Path) -> None:
    Mutation(GARDEN, 'guidance = ["R2"]', 'guidance = "R2"').apply(sound)

    assert check_faults(sound) == [(GARDEN, "G1.guidance")]
    assert only_reason(sound) == "must be a list"


def test_a_single_table_in_place_of_a_list_of_tables_is_refused(sound: Path) -> None:
    Mutation(GARDEN, "[[practice]]", "[practice]").apply(sound)

    assert (GARDEN, "practice") in check_faults(sound)
