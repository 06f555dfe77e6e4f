"""Backup and restore, between both kinds of database, and while people save."""

import gzip
import json
import stat
import threading
from pathlib import Path

import pytest

from app.maturity.answers import Answer
from app.storage import migrations
from app.storage.assessments import assessments
from app.storage.operator import backup
from app.storage.sealing.vault import Vault
from tests import build
from tests.cli.installation import PEPPER, PEPPER_KEPT, Installation
from tests.storage.stored_assessment import SavedAssessment, Store


def test_what_was_backed_up_is_there_after_the_restore_and_opens_with_its_code(
    copy: Installation, saved: SavedAssessment, file: Path, empty: Installation
) -> None:
    result = empty.run_data("restore", str(file))

    assert result.exit_code == 0, result.stderr
    assert "1 assessments" in result.stdout
    assert empty.rows() == copy.rows()
    assert SavedAssessment(empty.store, saved.id, saved.code).load() == saved.load()


def test_a_backup_suits_either_kind_of_database(
    copy: Installation, saved: SavedAssessment, file: Path, empty: Installation, tmp_path: Path
) -> None:
    with copy.second_installation(f"sqlite:///{tmp_path / 'other.db'}") as other:
        there = other.run_data("restore", str(file))
        onwards = other.run_data("backup", str(tmp_path / "onwards"), PEPPER_KEPT)
    back = empty.run_data("restore", str(tmp_path / "onwards"))

    assert [there.exit_code, onwards.exit_code, back.exit_code] == [0, 0, 0]
    assert sorted(onwards.stdout[25:-2].split(", ")) == sorted(back.stdout[24:-2].split(", "))
    assert SavedAssessment(empty.store, saved.id, saved.code).load() == saved.load()


def test_what_was_restored_can_be_changed(saved: SavedAssessment, file: Path, empty: Installation) -> None:
    empty.run_data("restore", str(file))

    there = SavedAssessment(empty.store, saved.id, saved.code)
    assert there.save("G", {"G1": Answer("4", "after")}, 1) == 2


def test_a_backup_says_what_it_holds_and_is_for_its_owner_only(
    copy: Installation, saved: SavedAssessment, tmp_path: Path
) -> None:
    result = copy.run_data("backup", str(tmp_path / "backup"), PEPPER_KEPT)

    counted = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in copy.rows().items() if n)
    assert result.stdout.startswith("Backed up and read back: ")
    assert set(result.stdout[25:-2].split(", ")) == set(counted.split(", "))
    assert stat.S_IMODE((tmp_path / "backup").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == ["backup"]


def test_without_the_word_that_the_pepper_is_kept_elsewhere_nothing_is_written(
    copy: Installation, tmp_path: Path
) -> None:
    result = copy.run_data("backup", str(tmp_path / "backup"))

    assert result.exit_code == 1
    assert "keep a copy of it apart from the backups" in result.stderr
    assert not (tmp_path / "backup").exists()


def test_neither_the_pepper_nor_the_code_nor_a_word_typed_is_in_a_backup(
    copy: Installation, tmp_path: Path
) -> None:
    saved = copy.store.create(build.an_assessment({"G1": Answer("2", "Quokka")}, organisation="Zyzzyva"))
    copy.run_data("backup", str(tmp_path / "backup"), PEPPER_KEPT)

    content = gzip.decompress((tmp_path / "backup").read_bytes()).decode()

    assert saved.id in content
    for word in (PEPPER, saved.code, saved.code.replace("-", ""), "Quokka", "Zyzzyva"):
        assert word not in content


def test_a_file_that_exists_is_not_overwritten(copy: Installation, file: Path) -> None:
    before = file.read_bytes()

    result = copy.run_data("backup", str(file), PEPPER_KEPT)

    assert (result.exit_code, result.stderr) == (1, f"{file}: The file exists already.\n")
    assert file.read_bytes() == before


def test_a_file_beside_the_backup_is_left_as_it_is(copy: Installation, tmp_path: Path) -> None:
    other = tmp_path / "backup.part"
    other.write_text("of somebody else")
    other.chmod(0o644)

    result = copy.run_data("backup", str(tmp_path / "backup"), PEPPER_KEPT)

    assert result.exit_code == 0
    assert stat.S_IMODE((tmp_path / "backup").stat().st_mode) == 0o600
    assert other.read_text() == "of somebody else"


def test_of_two_backups_to_one_name_at_once_one_is_kept_whole(
    copy: Installation, saved: SavedAssessment, tmp_path: Path
) -> None:
    path = tmp_path / "backup"
    with copy.store.reading.connect() as outer, copy.store.reading.connect() as inner:
        schema, pending = migrations.current(outer), [inner]

        def write_another(rows: int) -> None:
            if pending:
                backup.write(pending.pop(), schema, path, lambda rows: None)

        with pytest.raises(FileExistsError):
            backup.write(outer, schema, path, write_another)

    assert [each.name for each in tmp_path.iterdir() if "database" not in each.name] == ["backup"]
    assert backup.check(path).checksums["assessments"].rows == 1


def test_a_folder_that_is_not_there_is_named(copy: Installation, tmp_path: Path) -> None:
    result = copy.run_data("backup", str(tmp_path / "no" / "backup"), PEPPER_KEPT)

    assert result.exit_code == 1
    assert result.stderr.endswith("The backup cannot be written: No such file or directory.\n")


def test_a_database_that_holds_something_is_left_alone(
    copy: Installation, saved: SavedAssessment, file: Path
) -> None:
    before = saved.load()

    result = copy.run_data("restore", str(file))

    assert result.exit_code == 1
    assert "already holds assessments" in result.stderr
    assert saved.load() == before


def test_a_restore_without_the_pepper_that_the_codes_need_is_refused(file: Path, empty: Installation) -> None:
    result = empty.run_data("restore", str(file), settings={"PEPPER": "q" * 32})

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "PEPPER is not the one" in result.stderr
    assert not any(empty.rows().values())


def test_a_restore_says_when_some_codes_need_a_pepper_that_is_not_listed(
    copy: Installation, saved: SavedAssessment, empty: Installation, tmp_path: Path
) -> None:
    other = Store(copy.store.engine, Vault([b"q" * 32]), copy.store.questionnaire)
    other.create(build.capella(other.questionnaire))
    both = {"PEPPER": f"{PEPPER},{'q' * 32}"}
    assert copy.run_data("backup", str(tmp_path / "both"), PEPPER_KEPT, settings=both).exit_code == 0

    result = empty.run_data("restore", str(tmp_path / "both"))

    assert result.exit_code == 0
    assert "a pepper that PEPPER does not list" in result.stderr


def test_a_backup_made_while_people_save_is_of_one_moment(
    copy: Installation, empty: Installation, tmp_path: Path
) -> None:
    saved = copy.store.create(build.bellatrix(copy.store.questionnaire))
    backups_are_made = threading.Event()

    def save() -> None:
        # Both pages always hold the same number, in one commit.
        for number in range(1, 10_000):
            with copy.store.writing.begin() as connection:
                key = saved.key(connection)
                for letter in ("G", "V"):
                    answers = {f"{letter}1": Answer("2", str(number))}
                    assessments.save_answers(connection, key, letter, answers, expected_version=number)
            if backups_are_made.is_set():
                break

    thread = threading.Thread(target=save)
    thread.start()
    results = [copy.run_data("backup", str(tmp_path / f"{n}"), PEPPER_KEPT) for n in range(5)]
    backups_are_made.set()
    thread.join()

    assert [result.exit_code for result in results] == [0] * 5
    assert empty.run_data("restore", str(tmp_path / "4")).exit_code == 0
    there = SavedAssessment(empty.store, saved.id, saved.code).load()
    assert there.versions["G"] == there.versions["V"] > 1
    assert there.assessment.answers["G1"].comment == there.assessment.answers["V1"].comment


def test_an_empty_database_can_be_backed_up(copy: Installation, empty: Installation, tmp_path: Path) -> None:
    copy.run_data("backup", str(tmp_path / "none"), PEPPER_KEPT)

    result = empty.run_data("restore", str(tmp_path / "none"))

    assert (result.exit_code, result.stdout) == (0, "Restored and read back: no rows.\n")
    assert json.loads(gzip.decompress((tmp_path / "none").read_bytes()).splitlines()[-1]) == {}
