"""Files that are no plan, and files made to do harm."""

import io
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from app.exchange.plan_import import csv_sheet, spreadsheet
from app.exchange.plan_import.cell_faults import PlanFileError
from app.exchange.plan_import.spreadsheet import MAX_BYTES, read_sheets
from tests.exchange.plan_import.build import csv_file, ods, with_part, xlsx
from tests.report.documents import blank

UNPACKS = "This file is too large once it is unpacked."
DAMAGED = "This file is damaged or is not a spreadsheet."
FOREIGN = "This is not a spreadsheet that this service can read."


def refusal(data: bytes) -> str:
    """Return the sentence on a file that is refused."""
    with pytest.raises(PlanFileError) as error:
        read_sheets(data)
    return error.value.fault.text(str)


def a_zip(**parts: bytes) -> bytes:
    """Return a zip file; two underscores in a name stand for a slash, one for a full stop."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b" \n", "This file is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0", FOREIGN),
        (b"PK\x03\x04 no zip", DAMAGED),
        (a_zip(word__document_xml=b"<a/>"), FOREIGN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "This file comes from an old version of Excel,"),
        (b"x" * (MAX_BYTES + 1), "The file is larger than 8 MB."),
        (xlsx()[:-200], DAMAGED),
        (b"\x81\x8d", FOREIGN),
    ],
)
def test_what_is_no_plan_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    assert refusal(data).startswith(sentence)


def test_a_pdf_is_no_plan() -> None:
    assert refusal(blank("full", "en")).startswith(FOREIGN)


def test_an_ods_with_a_password_says_so() -> None:
    manifest = '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"'
    locked = with_part(
        ods(),
        "META-INF/manifest.xml",
        f"{manifest}/>",
        f'{manifest} manifest:size="9"><manifest:encryption-data/></manifest:file-entry>',
    )

    assert refusal(locked).startswith("This file opens only with a password.")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = a_zip(content_xml=b" " * 65_000_000)

    assert len(bomb) < 100_000
    started = time.process_time()
    assert refusal(bomb).startswith(UNPACKS)
    assert time.process_time() - started < 1
    assert refusal(a_zip(**{f"part{number}": b"" for number in range(1_001)}, content_xml=b"")).startswith(
        UNPACKS
    )


@pytest.mark.parametrize(
    ("content", "part", "before"),
    [(ods(), "content.xml", "<office:body>"), (xlsx(), "xl/worksheets/sheet1.xml", "<sheetData>")],
)
def test_a_bomb_that_lies_about_its_size_is_cut_off(content: bytes, part: str, before: str) -> None:
    bomb = bytearray(with_part(content, part, before, " " * 200_000_000 + before))
    assert refusal(bytes(bomb)).startswith(UNPACKS)

    # The size of the part once unpacked stands 24 bytes before its name in the list of parts.
    at = bomb.rindex(part.encode()) - 46 + 24
    bomb[at : at + 4] = (1_000).to_bytes(4, "little")

    assert refusal(bytes(bomb)).startswith(DAMAGED)


def test_cells_far_out_allocate_no_more_than_the_process_may() -> None:
    far = with_part(
        xlsx(),
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    )
    repeated = with_part(
        ods(),
        "content.xml",
        "<table:table-header-rows>",
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
        ' table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell></table:table-row><table:table-header-rows>",
    )

    assert refusal(far).startswith(DAMAGED)
    assert refusal(repeated).startswith((DAMAGED, UNPACKS))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_part_that_declares_entities_is_refused(part: str) -> None:
    begins = 'standalone="yes"?>'
    declared = with_part(xlsx(), part, begins, f"{begins}<!DOCTYPE x [<!ENTITY a 'b'>]>")

    assert refusal(declared).startswith(DAMAGED)


def test_a_process_that_fails_makes_the_file_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "program.py").write_text("raise SystemExit(1)")
    monkeypatch.setattr(spreadsheet, "_PROGRAM", tmp_path / "program.py")

    assert refusal(xlsx()).startswith(DAMAGED)


def test_the_rows_of_a_file_are_as_many_as_are_read() -> None:
    (sheet,) = read_sheets(b"Action;Note\n" + b"a;b\n" * 5_000)

    assert len(sheet.rows) == csv_sheet.MOST_ROWS == 2_000


def test_a_csv_that_is_cut_within_quotes_is_still_read() -> None:
    (sheet,) = read_sheets(csv_file()[:-4])

    assert len(sheet.rows) == 4


def test_a_gzip_is_no_csv() -> None:
    assert refusal(zlib.compress(csv_file(), wbits=31)).startswith(FOREIGN)
