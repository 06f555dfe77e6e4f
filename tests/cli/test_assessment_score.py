import json
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests import build

SCORE = ("assessment", "score")


def test_a_file_gets_one_line(runner: FlaskCliRunner, best: Path) -> None:
    result = runner.invoke(args=[*SCORE, str(best)])

    assert result.exit_code == 0
    assert result.stdout == f"{best}: 100 Proven, 46 of 46 answered\n"
    assert result.stderr == ""


def test_a_failing_gate_and_an_empty_file_are_named_in_the_line(
    runner: FlaskCliRunner, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    choices = {
        q.id: build.an_answer(1 if q.id in ("A4", "E3") else 4) for q in questionnaire.questions_in("full")
    }
    for name, given in (("gate", choices), ("empty", {})):
        assessment = build.an_assessment(given)
        (tmp_path / name).write_bytes(assessment_json.write(assessment, questionnaire))

    result = runner.invoke(args=[*SCORE, str(tmp_path / "gate"), str(tmp_path / "empty")])

    gate, empty = result.stdout.splitlines()
    assert gate.endswith(
        "Defined (must-haves still missing: A4 Hijack plan, E3 Crisis plan), 46 of 46 answered"
    )
    assert empty.endswith(": no score, 0 of 46 answered")


def test_json_is_one_scorecard_a_line(runner: FlaskCliRunner, best: Path, begun: Path) -> None:
    result = runner.invoke(args=[*SCORE, "--json", str(best), str(begun)])

    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["overall"]["rounded"] == 100
    # One answer at level 1 of 4: its domain has 25 points and is the only one with a score.
    assert (second["answered"], second["overall"]["exact"]) == (1, "25")


def test_faulty_files_are_named_and_the_others_still_scored_in_their_order(
    runner: FlaskCliRunner, tmp_path: Path, best: Path, begun: Path
) -> None:
    broken, folder, large = tmp_path / "broken.json", tmp_path / "folder", tmp_path / "large.json"
    broken.write_text('{"format": "muster-assessment", "a": 1, "a": 2}')
    folder.mkdir()
    with large.open("wb") as file:
        file.truncate(100_000_000)
    files = [broken, best, folder, tmp_path / "missing", large, begun]

    result = runner.invoke(args=[*SCORE, *map(str, files)])

    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == [str(best), str(begun)]
    faults = result.stderr.splitlines()
    assert f"{broken}: a occurs more than once." in faults or f"{broken}: a is not a known key." in faults
    assert f"{folder}: The file cannot be read: Is a directory." in faults
    assert f"{tmp_path / 'missing'}: The file cannot be read: No such file or directory." in faults
    assert f"{large}: The file is larger than 40 MB." in faults
    assert all(line.startswith(str(tmp_path)) for line in faults)


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"{", b"[1]", b"[" * 100_000, b'{"format": 1}', b"NaN", b"\xef\xbb\xbf{}"]
)
def test_every_faulty_file_gets_a_sentence_and_no_traceback(
    runner: FlaskCliRunner, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(content)

    result = runner.invoke(args=[*SCORE, "--json", str(file)])

    assert result.exit_code == 1
    assert result.stdout == ""
    assert all(line.startswith(f"{file}: ") and line.endswith(".") for line in result.stderr.splitlines())


def test_a_file_name_with_control_characters_is_on_one_line(runner: FlaskCliRunner, tmp_path: Path) -> None:
    result = runner.invoke(args=[*SCORE, "a\nb\udcff\x1b[31m"])

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_the_order_is_kept_by_several_processes(
    runner: FlaskCliRunner, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """A thousand files are enough for two processes on a machine with two cores."""
    files = [tmp_path / f"{number}.json" for number in range(5)]
    first = questionnaire.questions_in("quick")[0].id
    for level, file in enumerate(files):
        assessment = build.an_assessment({first: build.an_answer(level)}, variant="quick")
        file.write_bytes(assessment_json.write(assessment, questionnaire))

    result = runner.invoke(args=[*SCORE, *(str(file) for file in files * 200), str(tmp_path / "missing")])

    assert result.exit_code == 1
    scores = [line.split(": ")[1].split()[0] for line in result.stdout.splitlines()]
    assert scores == ["0", "25", "50", "75", "100"] * 200
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("args", [["score"], ["score", "--yaml", "x"], ["rescore"], ["report"]])
def test_a_usage_error_exits_with_two(runner: FlaskCliRunner, args: list[str]) -> None:
    assert runner.invoke(args=["assessment", *args]).exit_code == 2
