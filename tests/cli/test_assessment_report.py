import io
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from pypdf import PdfReader

from tests.small_disk import filled, mounted

REPORT = ("assessment", "report")


@pytest.mark.parametrize(("language", "word"), [("en", "Head of"), ("fr", "préparation")])
def test_a_report_is_written_in_the_language_asked_for(
    runner: FlaskCliRunner, tmp_path: Path, begun: Path, language: str, word: str
) -> None:
    out = tmp_path / "out.pdf"

    result = runner.invoke(args=[*REPORT, str(begun), "-o", str(out), "--lang", language])

    assert result.exit_code == 0, result.stderr
    reader = PdfReader(io.BytesIO(out.read_bytes()))
    assert "Capella" in " ".join(page.extract_text() for page in reader.pages)
    assert str(reader.root_object["/Lang"]).startswith(language)


@pytest.mark.parametrize(("language", "word"), [("en", "Board page"), ("fr", "Note à l’instance dirigeante")])
def test_the_board_s_page_is_written_with_the_option_board(
    runner: FlaskCliRunner, tmp_path: Path, begun: Path, language: str, word: str
) -> None:
    out = tmp_path / "out.pdf"

    result = runner.invoke(args=[*REPORT, str(begun), "-o", str(out), "--lang", language, "--board"])

    assert result.exit_code == 0, result.stderr
    (page,) = PdfReader(io.BytesIO(out.read_bytes())).pages
    assert "Capella" in page.extract_text()
    assert word in " ".join(page.extract_text().split())


def test_a_faulty_file_writes_nothing(runner: FlaskCliRunner, tmp_path: Path) -> None:
    file, out = tmp_path / "faulty.json", tmp_path / "out.pdf"
    file.write_text("{}")

    result = runner.invoke(args=[*REPORT, str(file), "-o", str(out), "--lang", "en"])

    assert result.exit_code == 1
    assert all(line.startswith(f"{file}: ") for line in result.stderr.splitlines())
    assert not out.exists()


@pytest.mark.parametrize("where", ["", "missing/out.pdf"])
def test_a_file_that_cannot_be_written_is_named(
    runner: FlaskCliRunner, tmp_path: Path, begun: Path, where: str
) -> None:
    result = runner.invoke(args=[*REPORT, str(begun), "-o", str(tmp_path / where), "--lang", "en"])

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / where}: The file cannot be written: ")
    assert len(result.stderr.splitlines()) == 1


def test_on_a_full_disk_the_report_of_before_stays_whole(
    runner: FlaskCliRunner, tmp_path: Path, begun: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with mounted(disk, "512k") as is_mounted:
        if not is_mounted:
            pytest.skip("Only root can mount a small disk.")
        words = [*REPORT, str(begun), "--lang", "en", "-o"]
        assert runner.invoke(args=[*words, str(disk / "old.pdf")]).exit_code == 0
        before = (disk / "old.pdf").read_bytes()
        with filled(disk):
            results = [runner.invoke(args=[*words, str(disk / name)]) for name in ("old.pdf", "new.pdf")]
            left = sorted(each.name for each in disk.iterdir())
        after = (disk / "old.pdf").read_bytes()

    assert [result.exit_code for result in results] == [1, 1]
    assert results[1].stderr == f"{disk / 'new.pdf'}: The file cannot be written: No space left on device.\n"
    assert left == ["filler", "old.pdf"]
    assert after == before


@pytest.mark.parametrize("options", [["--lang", "en"], ["-o", "x.pdf"], ["-o", "x.pdf", "--lang", "de"]])
def test_a_report_without_place_or_language_is_a_usage_error(
    runner: FlaskCliRunner, begun: Path, options: list[str]
) -> None:
    assert runner.invoke(args=[*REPORT, str(begun), *options]).exit_code == 2


@pytest.mark.parametrize("role", ["communications", "security", "hr", "legal", "finance", "executive"])
@pytest.mark.parametrize(
    ("language", "asked"), [("en", "what is asked of you"), ("fr", "ce qui vous est demandé")]
)
def test_what_is_asked_of_a_role_is_written_with_the_option_for(
    runner: FlaskCliRunner, tmp_path: Path, begun: Path, language: str, asked: str, role: str
) -> None:
    out = tmp_path / "out.pdf"

    result = runner.invoke(args=[*REPORT, str(begun), "-o", str(out), "--lang", language, "--for", role])

    assert result.exit_code == 0, result.stderr
    reader = PdfReader(io.BytesIO(out.read_bytes()))
    printed = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert asked in printed
    assert "Capella" in printed
    # The answers of the others do not travel with it.
    assert not reader.attachments


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (["--for", "marketing"], "choose one of communications, executive, finance, hr, legal, security."),
        (["--for", ""], "--for names no role of the questionnaire"),
        (["--for", "hr", "--board"], "Choose --board or --for, not both."),
    ],
)
def test_a_role_that_owns_nothing_is_a_usage_error(
    runner: FlaskCliRunner, tmp_path: Path, begun: Path, options: list[str], fault: str
) -> None:
    out = tmp_path / "out.pdf"

    result = runner.invoke(args=[*REPORT, str(begun), "-o", str(out), "--lang", "en", *options])

    assert result.exit_code == 2
    assert fault in result.stderr
    assert not out.exists()
