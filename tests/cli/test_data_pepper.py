"""Commands for a database whose links need a pepper that is not given."""

from pathlib import Path

import pytest

from app.storage.sealing.vault import pepper_name
from tests import build
from tests.cli.installation import PEPPER, PEPPER_KEPT, Installation
from tests.storage.stored_assessment import SavedAssessment

OTHER = "q" * 32
SENTENCE = (
    "PEPPER must hold every pepper under which stored links were made, and a new one opens none of them;"
    f" links without theirs: 1 (pepper {pepper_name(PEPPER.encode())}).\n"
)


@pytest.fixture
def saved(copy: Installation) -> SavedAssessment:
    return copy.store.create(build.capella(copy.store.questionnaire))


@pytest.mark.usefixtures("saved")
def test_a_backup_under_another_pepper_is_refused_and_nothing_is_written(
    copy: Installation, tmp_path: Path
) -> None:
    result = copy.run_data("backup", str(tmp_path / "file"), PEPPER_KEPT, settings={"PEPPER": OTHER})

    assert (result.exit_code, result.stderr) == (1, SENTENCE)
    assert not list(tmp_path.glob("file*"))


@pytest.mark.usefixtures("saved")
def test_stats_under_another_pepper_still_count_and_end_with_the_sentence(copy: Installation) -> None:
    result = copy.run_data("stats", settings={"PEPPER": OTHER})

    assert (result.exit_code, result.stderr) == (1, SENTENCE)
    assert "links 1\nlinks_without_pepper 1\n" in result.stdout


def test_an_export_under_another_pepper_names_the_pepper_and_not_the_code(
    copy: Installation, saved: SavedAssessment
) -> None:
    result = copy.run_data("export", typed=saved.code, settings={"PEPPER": OTHER})

    assert (result.exit_code, result.stderr) == (1, SENTENCE)


@pytest.mark.usefixtures("saved")
def test_a_list_that_holds_the_past_pepper_is_enough(copy: Installation, tmp_path: Path) -> None:
    both = {"PEPPER": f"{OTHER} {PEPPER}"}

    for words in (("stats",), ("backup", str(tmp_path / "file"), PEPPER_KEPT)):
        assert copy.run_data(*words, settings=both).exit_code == 0


def test_a_pepper_that_is_declared_lost_is_not_asked_for(copy: Installation, tmp_path: Path) -> None:
    copy.store.create(build.capella(copy.store.questionnaire))
    lost = {"PEPPER": OTHER, "LOST_PEPPERS": pepper_name(PEPPER.encode())}

    for words in (("stats",), ("backup", str(tmp_path / "file"), PEPPER_KEPT)):
        assert copy.run_data(*words, settings=lost).exit_code == 0


def test_an_assessment_can_be_deleted_after_its_pepper_was_lost(
    copy: Installation, saved: SavedAssessment
) -> None:
    result = copy.run_data("delete", saved.id, "--yes", settings={"PEPPER": OTHER})

    assert result.exit_code == 0
    assert copy.run_data("stats", settings={"PEPPER": OTHER}).exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("stats",),
        ("export",),
        ("purge", "--days", "9000"),
        ("delete", "nobody", "--yes"),
        ("restore", "{file}"),
        ("backup", "{file}.new", PEPPER_KEPT),
    ],
)
def test_no_command_makes_a_pepper(
    copy: Installation,
    empty: Installation,
    file: Path,
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    instance = tmp_path / "instance"
    own = empty if words[0] == "restore" else copy
    settings = {"DATABASE_URL": own.url}
    monkeypatch.setattr("app.config.from_environment.__defaults__", (settings, instance))

    result = own.run_data(*(word.format(file=file) for word in words), typed="0" * 28)

    assert result.exit_code == (0 if words[0] == "purge" else 1), result.output
    assert not instance.exists()
    assert not any(empty.rows().values())
