"""A scorecard with independent answers is checked by the command that checks PDFs."""

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from app.cli.report import report_commands
from app.report.files import scorecard_files
from app.report.scorecard import render_scorecard
from tests.figures.cast import card, wording_in
from tests.figures.cast_voices import voices
from tests.report.voices.voice_documents import with_voices


def verified(content: bytes, folder: Path) -> Result:
    file = folder / "scorecard.pdf"
    file.write_bytes(content)
    return CliRunner().invoke(report_commands, ["verify", str(file)])


def test_a_scorecard_as_it_was_written_is_confirmed(tmp_path: Path) -> None:
    for content in (with_voices("fr"), with_voices("en", "quick")):
        result = verified(content, tmp_path)

        assert (result.exit_code, result.stderr) == (0, "")


def test_other_answers_of_colleagues_than_the_numbers_hold_are_found(tmp_path: Path) -> None:
    held = scorecard_files(card("bellatrix"), voices=voices())
    assert held.voices
    others = {
        "other scores": held.voices.replace(b'"G1": {"choice": "3"', b'"G1": {"choice": "4"', 1),
        "not a file as Muster writes it": held.voices.replace(b'"hr"', b'"hrm"'),
    }

    for sentence, changed in others.items():
        assert changed != held.voices
        content = render_scorecard(
            card("bellatrix"), wording_in("en"), attachments=replace(held, voices=changed), voices=voices()
        )
        result = verified(content, tmp_path)
        assert result.exit_code == 1
        assert sentence in result.stderr
