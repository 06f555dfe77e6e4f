import json
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

READ = ("policy", "read")
POLICY = """Use of social media

This policy was approved by the Board on 3 May 2025.

Staff must not post photographs of restricted areas on social media.\x1b[2J
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.txt"
    path.write_text(POLICY, "utf-8")
    return path


def test_each_practice_is_printed_with_its_sentences(runner: FlaskCliRunner, policy: Path) -> None:
    result = runner.invoke(args=[*READ, str(policy)])

    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.split("\n")
    place = lines.index("G1 Written policy")
    assert "This policy was approved by the Board on 3 May 2025." in lines[place + 1]
    assert "(Use of social media)" in lines[place + 1]
    assert lines[lines.index("G3 Senior engagement") + 1].startswith("  A policy cannot show this.")
    assert "  We found no sentence on this. That does not mean there is none." in lines
    assert "\x1b" not in result.stdout


def test_the_words_are_french_when_asked(runner: FlaskCliRunner, policy: Path) -> None:
    result = runner.invoke(args=[*READ, str(policy), "--lang", "fr"])

    assert "\nG1 Politique écrite\n" in f"\n{result.stdout}"
    assert "  «\u00a0This policy was approved by the Board on 3 May 2025.\u00a0» (" in result.stdout


def test_json_holds_every_practice_and_the_sentences(runner: FlaskCliRunner, policy: Path) -> None:
    result = runner.invoke(args=[*READ, str(policy), "--json"])

    content = json.loads(result.stdout)
    practices = {each["id"]: each for each in content["practices"]}
    assert (content["format"], content["format_version"], len(practices)) == ("muster-policy-reading", 1, 46)
    assert practices["G3"] == {"id": "G3", "reads": "none", "quotes": []}
    assert practices["G1"]["quotes"] == [
        {
            "text": "This policy was approved by the Board on 3 May 2025.",
            "heading": "Use of social media",
            "page": None,
        }
    ]


def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_1(
    runner: FlaskCliRunner, tmp_path: Path
) -> None:
    rich = tmp_path / "policy.rtf"
    rich.write_bytes(b"{\\rtf1 Staff must not post photographs.}")

    result = runner.invoke(args=[*READ, str(rich)])

    assert (result.exit_code, result.stdout) == (1, "")
    assert "an RTF document" in result.stderr
    assert result.stderr.count("\n") == 1
