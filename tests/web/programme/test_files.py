import csv
import io
import json
from zipfile import ZipFile

import pytest
from flask import Flask, g
from pypdf import PdfReader

from app.web.programme import files, side_by_side
from tests.web.programme.coordinator import NAME, RunningProgramme, creates_programme
from tests.web.programme.filled_programme import fill

LABELS = ["Altaïr", "Bételgeuse", "Deneb", "Écully", "Vega"]


@pytest.fixture(scope="module")
def filled(app: Flask) -> RunningProgramme:
    """Return a programme of five organisations, of which three submitted."""
    programme = creates_programme(app)
    fill(programme, LABELS, 3)
    return programme


def _file(programme: RunningProgramme, name: str, language: str = "en") -> bytes:
    response = programme.coordinator().client.get(programme.address(f"files/{name}", language))
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith('attachment; filename="Zephyr-ministry-')
    content: bytes = response.data
    return content


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_report_names_who_submitted_and_nobody_else(filled: RunningProgramme, language: str) -> None:
    pdf = PdfReader(io.BytesIO(_file(filled, "report.pdf", language)))
    text = "".join(page.extract_text() for page in pdf.pages)

    assert NAME in text
    assert [label for label in LABELS if label in text] == LABELS[:3]


def test_the_workbook_the_csv_and_the_json_hold_every_organisation(filled: RunningProgramme) -> None:
    with ZipFile(io.BytesIO(_file(filled, "comparison.xlsx"))) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
    rows = list(csv.reader(io.StringIO(_file(filled, "comparison.csv").decode("utf-8-sig"))))
    data = json.loads(_file(filled, "comparison.json"))

    assert all(label in strings for label in LABELS)
    assert [row[0] for row in rows[1:]] == LABELS
    assert [each["label"] for each in data["organisations"]] == LABELS


@pytest.mark.parametrize("language", ["en", "fr"])
def test_letters_go_to_those_whose_invitation_is_not_used(filled: RunningProgramme, language: str) -> None:
    pdf = PdfReader(io.BytesIO(_file(filled, "letters-1.pdf", language)))
    pages = ["".join(page.extract_text().split()) for page in pdf.pages]
    tokens = [link.rsplit("/", 1)[1] for link in filled.links(filled.coordinator()).values()]

    assert len(pages) == 2
    assert all(token in page for token, page in zip(tokens, pages, strict=True))


def test_a_part_without_letters_is_not_found(filled: RunningProgramme) -> None:
    client = filled.coordinator().client

    assert client.get(filled.address("files/letters-2.pdf")).status_code == 404
    assert client.get(filled.address("files/letters-0.pdf")).status_code == 404


def test_used_invitations_have_no_link_in_the_list(filled: RunningProgramme) -> None:
    rows = filled.listed(filled.coordinator())

    assert [row[0] for row in rows if row[3]] == ["Écully", "Vega"]
    assert [row[1] for row in rows] == ["Submitted"] * 3 + ["Not begun"] * 2


@pytest.mark.parametrize(
    ("path", "module", "work"),
    [
        ("files/report.pdf", files, "render_programme_report"),
        ("files/letters-1.pdf", files, "render_letters"),
        ("side-by-side", side_by_side, "asked_rows"),
    ],
)
def test_long_work_reads_no_database(
    filled: RunningProgramme, monkeypatch: pytest.MonkeyPatch, path: str, module: object, work: str
) -> None:
    held, real = [], getattr(module, work)

    def watched(*given: object, **named: object) -> object:
        held.append("reading" in g)
        return real(*given, **named)

    monkeypatch.setattr(module, work, watched)

    assert filled.coordinator().client.get(filled.address(path)).status_code == 200
    assert held == [False]
