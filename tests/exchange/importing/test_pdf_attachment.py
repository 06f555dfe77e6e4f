"""The attachment of PDFs that other programs saved again, and of PDFs made to do harm."""

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf import PdfWriter

from app.exchange import assessment_json
from app.exchange.importing import pdf_attachment, pdf_process
from app.exchange.importing.pdf_attachment import PdfAttachment, read_attachment
from tests.figures.cast import card, questionnaire
from tests.report.documents import pdf_with_files

FOLDER = Path(pdf_process.__file__).parent


def original() -> bytes:
    return pdf_with_files("capella", "quick", "en")


def attached() -> PdfAttachment:
    """Return what the original carries."""
    return PdfAttachment(
        "found", "scorecard", assessment_json.write(card("capella", "quick").assessment, questionnaire())
    )


def saved_again(**how: object) -> bytes:
    """Return the original as pikepdf, which is qpdf, saves it."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(original())) as document:
        document.save(buffer, **how)  # type: ignore[arg-type]  # chosen by name
    return buffer.getvalue()


def changed(change: object) -> bytes:
    """Return the original with a change of its catalogue."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(original())) as document:
        assert callable(change)
        change(document)
        document.save(buffer)
    return buffer.getvalue()


def test_our_own_pdf_gives_its_file_byte_for_byte() -> None:
    assert read_attachment(original()) == attached()


@pytest.mark.parametrize(
    "how",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"linearize": True},
        {"qdf": True},
        {"encryption": pikepdf.Encryption(owner="owner", user="")},
    ],
    ids=["object streams", "no object streams", "linearised", "uncompressed", "encrypted without a password"],
)
def test_a_pdf_that_was_saved_again_gives_the_same(how: dict[str, object]) -> None:
    assert read_attachment(saved_again(**how)) == attached()


def test_a_pdf_with_an_incremental_update_gives_the_same() -> None:
    writer, buffer = PdfWriter(io.BytesIO(original()), incremental=True), io.BytesIO()
    writer.add_metadata({"/Keywords": "signed"})
    writer.write(buffer)

    assert buffer.getvalue().startswith(original())
    assert read_attachment(buffer.getvalue()) == attached()


def test_either_list_of_attachments_is_enough() -> None:
    def drop_names(document: Pdf) -> None:
        del document.Root.Names

    def drop_associated(document: Pdf) -> None:
        del document.Root.AF

    assert read_attachment(changed(drop_names)) == attached()
    assert read_attachment(changed(drop_associated)) == attached()


def test_a_pdf_whose_attachments_were_removed_has_none_and_stays_recognised() -> None:
    def remove(document: Pdf) -> None:
        del document.Root.AF
        del document.Root.Names

    def remove_with_metadata(document: Pdf) -> None:
        remove(document)
        del document.Root.Metadata

    assert read_attachment(changed(remove)) == PdfAttachment("none", "scorecard")
    assert read_attachment(changed(remove_with_metadata)) == PdfAttachment("none", "document")


def test_an_attachment_emptied_by_a_program_is_none() -> None:
    def empty(document: Pdf) -> None:
        document.Root.AF[0].EF.F.write(b"")

    assert read_attachment(changed(empty)) == PdfAttachment("none", "scorecard")


def test_two_different_assessments_are_not_guessed_between() -> None:
    def add(document: Pdf) -> None:
        stream = document.make_stream(b"{}")
        name = String("assessment.json")
        document.Root.AF.append(Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream)))

    assert read_attachment(changed(add)) == PdfAttachment("several", "scorecard")


def test_a_pdf_behind_a_password_is_locked() -> None:
    locked = saved_again(encryption=pikepdf.Encryption(owner="owner", user="user"))

    assert read_attachment(locked) == PdfAttachment("locked")


def test_pages_of_another_program_hold_nothing() -> None:
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(buffer)

    assert read_attachment(buffer.getvalue()) == PdfAttachment("none")


def test_a_damaged_pdf_is_unreadable() -> None:
    for content in (b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 10_000, original()[:5_000]):
        assert read_attachment(content) == PdfAttachment("unreadable")


def test_an_attachment_that_decompresses_without_end_is_not_read() -> None:
    def swell(document: Pdf) -> None:
        stream = document.Root.AF[0].EF.F
        stream.write(zlib.compress(b" " * 100_000_000), filter=Name.FlateDecode)

    content = changed(swell)

    assert len(content) < 300_000
    assert read_attachment(content) == PdfAttachment("unreadable")


def test_lists_that_are_circles_come_to_an_end() -> None:
    def circle(document: Pdf) -> None:
        node = document.make_indirect(Dictionary(Kids=Array()))
        node.Kids.append(node)
        node.Kids.append(node)
        document.Root.Names.EmbeddedFiles = node
        del document.Root.AF

    assert read_attachment(changed(circle)) == PdfAttachment("none", "scorecard")


def test_an_endless_chain_of_updates_comes_to_an_end() -> None:
    place = b"%d" % len(original())
    again = (
        b"xref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/Prev " + place + b">>\nstartxref\n" + place + b"\n%%EOF\n"
    )

    assert read_attachment(original() + again).state in ("unreadable", "none")


def test_a_process_that_fails_makes_the_pdf_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "program.py").write_text("raise SystemExit(1)")
    monkeypatch.setattr(pdf_attachment, "_PROGRAM", tmp_path / "program.py")

    assert read_attachment(original()) == PdfAttachment("unreadable")
