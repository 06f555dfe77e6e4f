import json
from hashlib import sha256
from typing import Any

import pytest

from tests.report.documents import blank, board, pdf, pdf_with_files, reader


def attached(content: bytes) -> dict[str, bytes]:
    return {name: found[0] for name, found in reader(content).attachments.items()}


def packet(content: bytes) -> str:
    root: Any = reader(content).root_object
    return str(root["/Metadata"].get_data().decode())


def test_a_scorecard_has_its_answers_and_its_numbers_attached() -> None:
    files = attached(pdf_with_files("bellatrix", "full", "fr"))

    assert list(files) == ["assessment.json", "scorecard.json"]
    assert json.loads(files["assessment.json"])["profile"]["organisation"] == "Bellatrix"
    assert json.loads(files["scorecard.json"])["overall"]["exact"] == "725/18"


def test_the_metadata_contain_the_digest_of_the_attached_scorecard() -> None:
    content = pdf_with_files("bellatrix", "full", "en")

    assert f"<muster:scorecard>{sha256(attached(content)['scorecard.json']).hexdigest()}<" in packet(content)


@pytest.mark.parametrize("content", [pdf("capella", "quick", "en"), blank("quick", "fr")])
def test_the_metadata_contain_the_version_of_the_questionnaire(content: bytes) -> None:
    assert "<muster:questionnaire>readiness 1.1<" in packet(content)


def test_the_answers_are_attached_as_source_and_the_numbers_as_data() -> None:
    root: Any = reader(pdf_with_files("capella", "quick", "en")).root_object

    relationships = {file.get_object()["/UF"]: file.get_object()["/AFRelationship"] for file in root["/AF"]}
    assert relationships == {"assessment.json": "/Source", "scorecard.json": "/Data"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf_with_files("capella", "quick", "en"), "scorecard"),
        (board("capella", "quick", "en"), "board"),
        (blank("quick", "en"), "questionnaire"),
    ],
)
def test_the_metadata_contain_the_kind_of_document(content: bytes, kind: str) -> None:
    assert f"<muster:kind>{kind}<" in packet(content)


def test_the_board_s_page_has_the_same_files_attached_as_the_scorecard() -> None:
    assert attached(board("bellatrix", "full", "fr")) == attached(pdf_with_files("bellatrix", "full", "fr"))
