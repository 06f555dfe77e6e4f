from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.report import report_commands
from app.exchange import assessment_json, scorecard_json
from app.report.attached import Attachments
from app.report.scorecard import render_scorecard
from tests.figures.cast import card, questionnaire
from tests.report.reading import carrying, pdf


def verified(content: bytes, folder: Path) -> Result:
    file = folder / "scorecard.pdf"
    file.write_bytes(content)
    return CliRunner().invoke(report_commands, ["verify", str(file)])


@pytest.mark.parametrize(
    "content",
    [carrying("bellatrix", "full", "fr"), carrying("capella", "quick", "en")],
    ids=["complete", "interim"],
)
def test_a_scorecard_as_it_was_written_is_confirmed(content: bytes, tmp_path: Path) -> None:
    result = verified(content, tmp_path)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "every number and every page" in result.stdout


def test_a_scorecard_with_a_byte_changed_is_not(tmp_path: Path) -> None:
    content = carrying("capella", "quick", "en")

    result = verified(content[:-900] + bytes([content[-900] ^ 1]) + content[-899:], tmp_path)

    assert (result.exit_code, result.stdout) == (1, "")


def files(answers: str, numbers: str) -> Attachments:
    assessment = assessment_json.write(card(answers, "quick").assessment, questionnaire())
    return Attachments(assessment, scorecard_json.write(card(numbers, "quick")).encode())


@pytest.mark.parametrize(
    ("pages", "attached", "sentence"),
    [
        ("bellatrix", files("capella", "bellatrix"), "score otherwise"),
        ("bellatrix", files("capella", "capella"), "other pages"),
    ],
)
def test_answers_numbers_and_pages_that_do_not_agree_are_found(
    pages: str, attached: Attachments, sentence: str, tmp_path: Path
) -> None:
    content = render_scorecard(card(pages, "quick"), "en", str, attachments=attached)

    result = verified(content, tmp_path)

    assert result.exit_code == 1
    assert sentence in result.stderr


def test_a_sum_that_is_not_the_scorecard_s_is_found(tmp_path: Path) -> None:
    content = carrying("capella", "quick", "en")
    place = content.index(b"<muster:scorecard>") + len(b"<muster:scorecard>")

    result = verified(content[:place] + b"0" * 64 + content[place + 64 :], tmp_path)

    assert result.exit_code == 1
    assert "SHA-256" in result.stderr


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\n%\n", b"\n\n1 0 obj\n<<>>\nstream\n", pdf("capella", "quick", "en")]
)
def test_another_file_is_refused_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    result = verified(content, tmp_path)

    assert result.exit_code == 1
    assert "not a scorecard as Muster writes it" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(report_commands, ["verify", str(tmp_path / "none.pdf")])

    assert result.exit_code == 1
    assert "cannot be read" in result.stderr
