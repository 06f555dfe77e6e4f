import shutil
from pathlib import Path
from typing import get_args

import pytest
from flask.testing import FlaskCliRunner

from app.cli.versions import load_versions
from app.config import ROOT
from app.exchange.question_bank import bank_files
from app.exchange.question_bank.bank_files import BankFile

CHECK = ("questionnaire", "check")
EXPORT = ("questionnaire", "export")
SHIPPED = ROOT / "questionnaires" / "readiness"


def test_the_shipped_questionnaire_has_no_faults(runner: FlaskCliRunner) -> None:
    newest = "readiness 1.1: no faults in 9 domains and 46 practices.\n"
    for args, printed in (
        (CHECK, f"readiness 1.0: no faults in 9 domains and 46 practices.\n{newest}"),
        ((*CHECK, str(SHIPPED)), newest),
    ):
        result = runner.invoke(args=list(args))

        assert result.exit_code == 0
        assert result.stdout == printed


def test_every_fault_is_named_with_file_and_key(runner: FlaskCliRunner, tmp_path: Path) -> None:
    folder = tmp_path / "readiness"
    shutil.copytree(SHIPPED, folder)
    main, opinions = folder / "questionnaire.toml", folder / "opinions.toml"
    main.write_text(main.read_text().replace("version =", "versoin =", 1))
    opinions.write_text("[[\n")

    result = runner.invoke(args=[*CHECK, str(folder)])

    assert result.exit_code == 1
    assert result.stdout == ""
    assert any("questionnaire.toml" in line and "versoin" in line for line in result.stderr.splitlines())
    assert any("opinions.toml" in line for line in result.stderr.splitlines())


def test_a_folder_that_is_missing_empty_or_a_file_is_at_fault(runner: FlaskCliRunner, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    (tmp_path / "empty").mkdir()

    for folder in (tmp_path / "missing", tmp_path / "empty", file):
        result = runner.invoke(args=[*CHECK, str(folder)])
        assert result.exit_code == 1
        assert result.stderr
        assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)


def test_a_usage_error_exits_with_two(runner: FlaskCliRunner) -> None:
    assert runner.invoke(args=[*CHECK, "one", "two"]).exit_code == 2
    assert runner.invoke(args=["questionnaire", "chekc"]).exit_code == 2


@pytest.mark.parametrize("kind", get_args(BankFile))
def test_the_newest_version_or_another_is_written_for_another_program(
    runner: FlaskCliRunner, tmp_path: Path, kind: BankFile
) -> None:
    out = tmp_path / "out"

    def written(*options: str) -> bytes:
        result = runner.invoke(args=[*EXPORT, "--to", kind, "-o", str(out), *options])
        assert (result.exit_code, result.stderr) == (0, "")
        return out.read_bytes()

    newest = load_versions().newest
    assert written() == written("--version", newest.version) == bank_files.write(newest, kind)
    assert written("--version", "1.0") == bank_files.write(load_versions().known[0], kind)


def test_a_version_that_is_not_there_and_a_file_that_cannot_be_written_are_at_fault(
    runner: FlaskCliRunner, tmp_path: Path
) -> None:
    version = ("--version", "9.9", "-o", str(tmp_path / "out"))
    for options, said in ((version, "9.9"), (("-o", str(tmp_path)), "cannot be written")):
        result = runner.invoke(args=[*EXPORT, "--to", "skos", *options])

        assert result.exit_code == 1
        assert said in result.stderr
        assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()
