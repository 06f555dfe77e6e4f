"""Files that cannot be read, and files that the questionnaire does not list."""

from pathlib import Path

import pytest

from app.catalogue.check import check
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


@pytest.mark.parametrize("file", [MAIN, HARBOUR, OPINIONS, SURVEY, GUIDANCE])
def test_a_missing_file_is_refused(sound: Path, file: str) -> None:
    (sound / file).unlink()

    assert check_faults(sound) == [(file, "")]
    assert only_reason(sound) == "is missing"


def test_in_a_missing_folder_every_file_is_missing(tmp_path: Path) -> None:
    assert check_faults(tmp_path / "nowhere") == [(GUIDANCE, ""), (OPINIONS, ""), (MAIN, ""), (SURVEY, "")]


def test_in_a_file_in_place_of_the_folder_every_file_is_missing(sound: Path) -> None:
    assert len(check_faults(sound / MAIN)) == 4


def test_a_folder_in_place_of_a_file_is_refused(sound: Path) -> None:
    (sound / GUIDANCE).unlink()
    (sound / GUIDANCE).mkdir()

    assert check_faults(sound) == [(GUIDANCE, "")]
    assert only_reason(sound).startswith("cannot be read: ")


@pytest.mark.parametrize("file", ["domains/attic.toml", "domains/notes.txt", "extra.toml"])
def test_a_file_that_nothing_lists_is_refused(sound: Path, file: str) -> None:
    (sound / file).write_text("", encoding="utf-8")

    assert check_faults(sound) == [(file, "")]
    assert only_reason(sound) == "is not part of the questionnaire; questionnaire.toml does not list it"


def test_a_hidden_file_is_ignored(sound: Path) -> None:
    (sound / "domains/.DS_Store").write_text("", encoding="utf-8")

    assert check_faults(sound) == []


def test_invalid_toml_is_refused_with_its_line(sound: Path) -> None:
    Mutation(HARBOUR, 'name.en = "Harbour"', "name.en = Harbour").apply(sound)

    assert check_faults(sound) == [(HARBOUR, "")]
    assert only_reason(sound).startswith("is not valid TOML: ")
    assert "line 2" in only_reason(sound)


def test_a_key_given_twice_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, 'letter = "H"', 'letter = "H"\nletter = "H"').apply(sound)

    assert check_faults(sound) == [(HARBOUR, "")]


def test_a_file_that_is_not_utf_8_is_refused(sound: Path) -> None:
    (sound / GARDEN).write_bytes((sound / GARDEN).read_text(encoding="utf-8").encode("latin-1", "replace"))

    assert check_faults(sound) == [(GARDEN, "")]
    assert only_reason(sound).startswith("is not UTF-8 text")


@pytest.mark.parametrize("text", ["a = " + "[" * 5_000, "a = " + "9" * 5_000, "\ufeffa = 1", "\0"])
def test_a_hostile_file_is_one_fault(sound: Path, text: str) -> None:
    (sound / GUIDANCE).write_text(text, encoding="utf-8")

    assert check_faults(sound) == [(GUIDANCE, "")]


def test_domains_are_checked_even_without_their_list(sound: Path) -> None:
    (sound / MAIN).unlink()
    Mutation(GARDEN, "effort = 2", "effort = 3").apply(sound)

    assert [str(fault) for fault in check(sound)] == [
        "domains/garden.toml: G1.effort: must be one of 1, 2, 4",
        "questionnaire.toml: is missing",
    ]
