"""The files of a programme hold what was submitted; of other organisations, their state and its day."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.installation import Installation
from tests.cli.programme.commands import run
from tests.report.documents import words
from tests.storage.programme.stored_programme import NAME, StoredProgramme, submits
from tests.storage.programme.submitting import member, submits_whole


@pytest.fixture
def lived(programme: StoredProgramme) -> StoredProgramme:
    """Let one organisation submit, one complete and one do nothing."""
    submits_whole(member(programme, "Sirius"))
    member(programme, "Antares")
    programme.invites("Vega")
    return programme


def test_the_csv_has_a_row_for_each_and_scores_of_who_submitted(
    copy: Installation, lived: StoredProgramme, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"

    result = run(copy, "report", lived.id, "-o", str(out), typed=lived.code)

    assert (result.exit_code, result.output) == (0, "")
    rows = {row[0]: row for row in csv.reader(io.StringIO(out.read_text("utf-8-sig")))}
    assert {"Sirius", "Antares", "Vega"} <= rows.keys()
    assert len([cell for cell in rows["Sirius"] if cell]) > 20
    assert [cell for cell in rows["Antares"] if cell] == ["Antares", "complete", str(copy.store.now.date())]


def test_the_json_is_the_comparison(copy: Installation, lived: StoredProgramme, tmp_path: Path) -> None:
    out = tmp_path / "out.json"

    assert run(copy, "report", lived.id, "-o", str(out), typed=lived.code).exit_code == 0

    assert json.loads(out.read_text())["format"].startswith("muster-programme")
    assert "The law says so" not in out.read_text()


def test_the_pdf_and_the_workbook_are_written_in_a_language(
    copy: Installation, lived: StoredProgramme, tmp_path: Path
) -> None:
    pdf, book = tmp_path / "out.pdf", tmp_path / "out.XLSX"

    for out in (pdf, book):
        result = run(copy, "report", lived.id, "-o", str(out), "--lang", "fr", typed=lived.code)
        assert (result.exit_code, result.output) == (0, "")

    assert NAME in words(pdf.read_bytes())
    assert "Sirius" in words(pdf.read_bytes())
    assert "Antares" not in words(pdf.read_bytes())
    assert book.read_bytes().startswith(b"PK")


def test_what_cannot_be_read_is_left_out_and_counted(
    copy: Installation, programme: StoredProgramme, tmp_path: Path
) -> None:
    submits(member(programme, "Sirius"), 1, b"no submission")
    out = tmp_path / "out.csv"

    result = run(copy, "report", programme.id, "-o", str(out), typed=programme.code)

    assert result.exit_code == 0
    assert result.stderr == "Submissions that could not be read and are left out: 1.\n"


@pytest.mark.parametrize(
    ("words_", "sentence"),
    [
        (("-o", "out.txt"), "-o must name a file that ends in .pdf, .xlsx, .csv or .json."),
        (("-o", "out.pdf"), "A PDF and a workbook need --lang"),
        (("-o", "out.csv", "--lang", "en"), "a CSV and a JSON file take none"),
        ((), "-o"),
    ],
)
def test_a_kind_that_is_not_written_is_usage(
    copy: Installation, programme: StoredProgramme, words_: tuple[str, ...], sentence: str
) -> None:
    result = run(copy, "report", programme.id, *words_, typed=programme.code)

    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())


def test_without_a_code_no_file_is_written(
    copy: Installation, lived: StoredProgramme, tmp_path: Path
) -> None:
    for command, name, more in (
        ("report", "a.csv", ()),
        ("letters", "a.pdf", ("--lang", "en", "--address", "https://muster.example")),
    ):
        result = run(copy, command, lived.id, "-o", str(tmp_path / name), *more, typed="no code")
        assert (result.exit_code, result.stderr) == (1, "No programme with this id has this code.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_letter_is_written_for_each_invitation_that_nobody_accepted(
    copy: Installation, lived: StoredProgramme, tmp_path: Path
) -> None:
    out = tmp_path / "letters.pdf"

    result = run(
        copy,
        *("letters", lived.id, "-o", str(out), "--lang", "en", "--address", "https://muster.example"),
        typed=lived.code,
    )

    assert (result.exit_code, result.output) == (0, "")
    content = words(out.read_bytes())
    assert "Vega" in content
    assert NAME in content
    assert "Sirius" not in content
    [unused] = [each for each in lived.lists() if each.label == "Vega"]
    assert f"https://muster.example/i/en/{unused.token}" in content.replace(" ", "")


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [
        (
            "close",
            "The programme is closed: its invitations open nothing until it is extended on its pages.\n",
        ),
        ("withdraw", "Every invitation is used or withdrawn: there is no letter to write.\n"),
        ("no address", "The letters need the address of the service: add --address https://HOST.\n"),
    ],
)
def test_letters_that_would_open_nothing_are_not_written(
    copy: Installation, programme: StoredProgramme, tmp_path: Path, ends: str, sentence: str
) -> None:
    invited = programme.invites("Vega")
    if ends == "close":
        programme.closes()
    if ends == "withdraw":
        programme.withdraws(*invited)
    address = () if ends == "no address" else ("--address", "https://muster.example")

    result = run(
        copy,
        *("letters", programme.id, "-o", str(tmp_path / "x.pdf"), "--lang", "en", *address),
        typed=programme.code,
    )

    assert (result.exit_code, result.stderr) == (1, sentence)
    assert list(tmp_path.iterdir()) == []
