"""What is imported, and what is said of every other file."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from app.exchange import assessment_json, history_json, scorecard_json
from app.exchange.faults import FaultyAssessmentError
from app.exchange.importing import imported_file
from app.exchange.importing.imported_file import MAX_BYTES
from app.maturity.answers import Assessment
from app.maturity.versions.versions import QuestionnaireVersions
from tests.build import TODAY
from tests.exchange.files import VERSIONS, a_document, as_bytes, read
from tests.figures.cast import card, questionnaire
from tests.report.documents import blank, board, pdf, pdf_with_files, published_peers_pdf

WANTED = "Choose assessment.json, the scorecard PDF or the board page PDF."


REAL = QuestionnaireVersions((questionnaire(),))


def imported(data: bytes) -> Assessment:
    """Return the assessment in a file of the real questionnaire."""
    return imported_file.read(data, REAL, TODAY).assessment


def refusal(data: bytes, versions: QuestionnaireVersions = REAL) -> str:
    """Return the only sentence on a file that is refused."""
    with pytest.raises(FaultyAssessmentError) as error:
        imported_file.read(data, versions, TODAY)
    (fault,) = error.value.faults
    return fault.text(str)


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "content")
    return buffer.getvalue()


@pytest.mark.parametrize("render", [pdf_with_files, board])
@pytest.mark.parametrize(("name", "variant"), [("bellatrix", "full"), ("capella", "quick")])
def test_a_pdf_gives_the_same_assessment_as_its_file(render: type, name: str, variant: str) -> None:
    assessment = card(name, variant).assessment
    file = assessment_json.write(assessment, questionnaire())

    assert imported(render(name, variant, "fr")) == imported(file)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file is an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "file is an image"),
        (b"GIF89a", "file is an image"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "file is an image"),
        (b"\0\0\0\x18ftypheic", "file is an image"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "file is an image"),
        (
            zipped("[Content_Types].xml", "word/document.xml"),
            "file is a text document, for example from Word",
        ),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "file is a workbook, for example from Excel"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "file holds slides"),
        (b"{\\rtf1 text}", "file is a text document, for example from Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a Word, Excel or PowerPoint file"),
        (b"", "file is empty"),
        (b" \r\n\t", "file is empty"),
        (b"\xef\xbb\xbf", "file is empty"),
        (b"Dear colleague,", "file is text, but not an assessment"),
        (b"G1;2\nG2;3\n", "file is text, but not an assessment"),
        (b"<?xml version='1.0'?><a/>", "file is text, but not an assessment"),
        (b'{"name": "muster"}', "file is JSON, but not an assessment"),
        (b"[1, 2]", "file is JSON, but not an assessment"),
    ],
)
def test_a_file_of_another_kind_is_named_with_what_is_wanted(data: bytes, what: str) -> None:
    assert refusal(data) == f"This {what}. {WANTED}"


def test_a_page_an_archive_and_binary_data_are_named() -> None:
    page = (
        "This file is a web page."
        " Choose assessment.json, the scorecard PDF or the board page PDF, as they were downloaded."
    )
    assert refusal(b"\n<!DOCTYPE html><html>") == refusal(b"<html lang='fr'>") == page
    assert refusal(zipped("assessment.json")).startswith("This file is an archive. Take assessment.json")
    assert refusal(gzip.compress(b"{}")).startswith("This file is an archive.")
    assert refusal(b"\x7fELF\2\1\0") == f"This service does not read this kind of file. {WANTED}"
    assert refusal(b"caf\xe9") == f"This service does not read this kind of file. {WANTED}"


def test_our_other_files_are_named() -> None:
    assert (
        refusal(scorecard_json.write(card("bellatrix", "full")))
        == f"This is scorecard.json, which holds the numbers but not the answers. {WANTED}"
    )
    assert (
        refusal(history_json.write([], []))
        == f"This is history.json, which says who changed what and holds no answers. {WANTED}"
    )
    for format, sentence in (
        (
            "muster-pulse",
            "This is pulse.json, which holds the counts of a staff pulse but not the answers of an"
            " assessment.",
        ),
        ("muster-position", "This is peers.json, which holds figures of peers but no assessment."),
    ):
        assert refusal(json.dumps({"format": format}).encode()) == f"{sentence} {WANTED}"


def test_a_pdf_of_another_kind_is_named_with_what_is_wanted() -> None:
    assert refusal(pdf("bellatrix", "full", "en")).startswith(
        "This PDF was made by Muster, but holds no answers"
    )
    for other in (blank("quick", "fr"), published_peers_pdf(20, "en")):
        assert (
            refusal(other) == f"This PDF was made by Muster, but is of a kind that holds no answers. {WANTED}"
        )


def test_text_in_another_encoding_is_named() -> None:
    file = json.dumps(a_document(), ensure_ascii=False).replace("Bellatrix", "Béla")

    assert refusal(file.encode("utf-16")).startswith("This file is text in UTF-16.")
    assert refusal(file.encode("latin-1")).startswith("The file is not text in UTF-8: see byte ")


def test_the_faults_of_an_assessment_stay_as_they_are() -> None:
    wrong = as_bytes(a_document(answers={"Z9": {"level": 1}}))
    assert refusal(wrong, VERSIONS) == "answers.Z9 is not a question of this questionnaire."
    assert refusal(b'{"format": "muster-assessment"').startswith(
        "The file is damaged or was changed: at line 1, "
    )
    assert refusal(b"[" * 100_000) == "The file is nested too deeply."
    assert refusal(b'{"format": "other"}').startswith("format must be")


@pytest.mark.parametrize("begins", [b"", b"%PDF-1.7\n", b"\x89PNG"])
def test_a_file_over_the_limit_is_refused_whatever_it_is(begins: bytes) -> None:
    assert refusal(begins + b"{" * (MAX_BYTES + 1)) == "The file is larger than 40 MB."


def test_a_file_on_disk_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bellatrix.json"
    path.write_bytes(as_bytes(a_document()))

    assert imported_file.read_file(path, VERSIONS, TODAY).assessment == read(a_document())


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100 * MAX_BYTES)

    with pytest.raises(FaultyAssessmentError, match=r"^The file is larger than 40 MB\.$"):
        imported_file.read_file(path, VERSIONS, TODAY)


def test_the_fault_of_an_unreadable_file_has_the_reason(tmp_path: Path) -> None:
    with pytest.raises(FaultyAssessmentError, match=r"^The file cannot be read: Is a directory\.$"):
        imported_file.read_file(tmp_path, VERSIONS, TODAY)
    with pytest.raises(FaultyAssessmentError, match=r"^The file cannot be read: No such file"):
        imported_file.read_file(tmp_path / "none.json", VERSIONS, TODAY)
