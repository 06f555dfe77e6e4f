"""Commands on files and codes of an older version of the questionnaire, beside a newer one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

from app.catalogue.versions import load_all
from app.cli import versions as commands
from app.exchange import assessment_json
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.sealing.vault import Vault
from tests import build
from tests.catalogue.mutations import GARDEN, Mutation
from tests.cli.installation import PEPPER, Installation
from tests.questionnaire_versions import FIRST_VERSION, SECOND_VERSION, lay_out
from tests.storage.stored_assessment import Store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install two versions of the sound questionnaire for the commands."""
    monkeypatch.setattr(
        commands, "FOLDER", lay_out(tmp_path / "questionnaires", FIRST_VERSION, SECOND_VERSION)
    )
    commands.load_versions.cache_clear()
    yield commands.FOLDER
    commands.load_versions.cache_clear()


@pytest.fixture
def versions(folder: Path) -> QuestionnaireVersions:
    return load_all(folder)


def written(versions: QuestionnaireVersions, version: str, path: Path) -> Path:
    """Write the file of an assessment with every answer at level 2."""
    asked = versions.find("sound", version)
    given = {question.id: build.an_answer(2) for question in asked.questions_in("full")}
    assessment = build.an_assessment(given, questionnaire_id="sound", version=version)
    path.write_bytes(assessment_json.write(assessment, asked))
    return path


@pytest.mark.usefixtures("folder")
def test_the_check_without_a_folder_checks_all_versions(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["questionnaire", "check"])

    assert result.stdout.splitlines() == [
        "sound 1.0: no faults in 2 domains and 3 practices.",
        "sound 1.1: no faults in 3 domains and 4 practices.",
    ]


def test_a_fault_of_an_old_version_fails_the_check_by_its_folder(
    runner: FlaskCliRunner, folder: Path
) -> None:
    Mutation(GARDEN, "why.en", "wyh.en").apply(folder / FIRST_VERSION)

    result = runner.invoke(args=["questionnaire", "check"])

    assert result.exit_code == 1
    assert "sound/domains/garden.toml: G1.why.en: is missing\n" in result.stderr


def test_a_file_is_scored_by_the_version_that_it_names(
    runner: FlaskCliRunner, versions: QuestionnaireVersions, tmp_path: Path
) -> None:
    files = [written(versions, version, tmp_path / f"{version}.json") for version in ("1.0", "1.1")]

    result = runner.invoke(args=["assessment", "score", *map(str, files)])

    assert result.stdout.splitlines() == [
        f"{files[0]}: 50 Defined, 3 of 3 answered",
        f"{files[1]}: 50 Defined, 4 of 4 answered",
    ]


def test_a_file_of_a_version_that_is_not_here_is_refused_by_its_name(
    runner: FlaskCliRunner, versions: QuestionnaireVersions, tmp_path: Path
) -> None:
    file = written(versions, "1.0", tmp_path / "old.json")
    file.write_text(file.read_text().replace('"version": "1.0"', '"version": "0.9"'))

    result = runner.invoke(args=["assessment", "score", str(file)])

    assert result.exit_code == 1
    sentence = 'questionnaire.version is "0.9"; this service has these versions: 1.0, 1.1.'
    assert result.stderr == f"{file}: {sentence}\n"


def test_a_pdf_of_an_old_version_stays_verifiable_while_its_folder_is_there(
    runner: FlaskCliRunner, folder: Path, versions: QuestionnaireVersions, tmp_path: Path
) -> None:
    file, pdf = written(versions, "1.0", tmp_path / "old.json"), tmp_path / "old.pdf"
    made = runner.invoke(args=["assessment", "report", str(file), "-o", str(pdf), "--lang", "en", "--board"])

    with_it = runner.invoke(args=["report", "verify", str(pdf)])
    (folder / FIRST_VERSION).rename(tmp_path / "away")
    commands.load_versions.cache_clear()
    without = runner.invoke(args=["report", "verify", str(pdf)])

    assert made.exit_code == 0
    assert with_it.exit_code == 0
    assert without.exit_code == 1
    assert 'questionnaire.version is "1.0"; this service has these versions: 1.1.' in without.stderr


def test_a_code_exports_by_its_own_version_or_the_missing_version_is_named(
    folder: Path, versions: QuestionnaireVersions, copy: Installation, tmp_path: Path
) -> None:
    asked = versions.find("sound", "1.0")
    store = Store(copy.store.engine, Vault([PEPPER.encode()]), asked)
    given = build.an_assessment(build.answers(H2=3), questionnaire_id="sound", version="1.0")
    saved = store.create(given)

    exported = copy.run_data("export", typed=saved.code)
    (folder / FIRST_VERSION).rename(tmp_path / "away")
    commands.load_versions.cache_clear()
    refused = copy.run_data("export", typed=saved.code)

    assert exported.stdout_bytes == assessment_json.write(given, asked)
    assert refused.exit_code == 1
    assert refused.stderr == "There is no version 1.0 of the questionnaire sound here.\n"
