from datetime import date
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from app.cli.versions import load_versions
from app.report.verification import verdict
from app.report.verification.verdict import PdfOutcome, Verdict
from app.report.verification.verifying import verify_pdf
from tests.report.documents import board, pdf, pdf_with_files
from tests.report.verification import handled

LATEST = date(2100, 1, 1)


def verified(content: bytes) -> Verdict:
    return verify_pdf(content, load_versions(), LATEST)


def sentences(found: Verdict) -> list[str]:
    return [finding.sentence for finding in found.findings]


@cache
def ours() -> bytes:
    return pdf_with_files("capella", "quick", "fr")


def compress(opened: pikepdf.Pdf) -> None:
    opened.remove_unreferenced_resources()


def nothing(_: PdfWriter) -> None:
    """Change nothing: pypdf writes every object again."""


@pytest.mark.parametrize(
    "saved",
    [
        lambda: handled.with_pikepdf(ours(), compress),
        lambda: handled.with_pypdf(ours(), nothing),
        lambda: handled.with_pypdf(ours(), lambda writer: writer.compress_identical_objects()),
    ],
    ids=["pikepdf", "pypdf", "pypdf compressed"],
)
def test_a_document_that_was_only_saved_again_is_ours(saved: object) -> None:
    assert callable(saved)
    content = saved()

    found = verified(content)

    assert content != ours()
    assert (sentences(found), found.outcome) == ([verdict.REPACKED], PdfOutcome.WHOLE)


def test_a_document_as_it_was_written_is_unchanged() -> None:
    assert sentences(verified(ours())) == [verdict.UNCHANGED]


def test_a_merged_document_is_called_merged_although_its_own_pages_keep_their_tags() -> None:
    found = verified(handled.extended(ours(), board("capella", "quick", "fr")))

    assert sentences(found) == [verdict.ADDED]
    assert (found.findings[0].values, found.outcome) == ({"count": 1}, PdfOutcome.ADDED)


def test_pages_merged_into_a_new_file_without_the_answers_are_known_and_not_confirmed() -> None:
    found = verified(handled.appended(handled.agenda("Agenda"), ours()))

    assert (sentences(found), found.outcome) == ([verdict.NO_FILES], PdfOutcome.UNCONFIRMED)


@pytest.mark.parametrize("program", ["pikepdf", "pypdf"])
def test_a_removed_page_is_named_and_so_is_its_text_that_stays_in_the_file(program: str) -> None:
    def remove(opened: pikepdf.Pdf) -> None:
        del opened.pages[2]

    if program == "pikepdf":
        content = handled.with_pikepdf(ours(), remove)
    else:
        content = handled.with_pypdf(ours(), lambda writer: writer.remove_page(2))

    found = verified(content)

    assert sentences(found)[0] == verdict.STILL_INSIDE
    assert found.findings[0].values == {"pages": "3", "inside": "3"}
    assert found.outcome is PdfOutcome.REMOVED


def test_a_removed_page_whose_text_is_gone_too_is_not_said_to_be_inside() -> None:
    def remove(opened: pikepdf.Pdf) -> None:
        opened.pages[2].obj.Contents = opened.make_stream(b"")
        del opened.pages[2]

    found = verified(handled.with_pikepdf(ours(), remove))

    assert sentences(found)[0] == verdict.REMOVED


def test_pages_in_another_order_are_found() -> None:
    def swap(opened: pikepdf.Pdf) -> None:
        first = opened.pages[1]
        del opened.pages[1]
        opened.pages.append(first)

    assert verdict.MOVED in sentences(verified(handled.with_pikepdf(ours(), swap)))


def test_a_stamp_is_told_from_a_change() -> None:
    found = verified(handled.stamped(ours(), "RECEIVED 3 March 2026"))

    assert sentences(found)[0] == verdict.STAMPED
    assert (found.findings[0].values, found.outcome) == ({"pages": "2"}, PdfOutcome.STAMPED)


def test_a_note_on_a_page_counts_as_a_stamp() -> None:
    note = FreeText(text="Seen", rect=(50, 550, 200, 650))
    found = verified(handled.with_pypdf(ours(), lambda writer: writer.add_annotation(0, note)))

    assert sentences(found)[0] == verdict.STAMPED


def test_other_words_on_a_page_are_a_change_and_the_page_is_named() -> None:
    def rewrite(opened: pikepdf.Pdf) -> None:
        page = opened.pages[1]
        content = page.Contents.read_bytes()
        changed = content.replace(b"de ", b"du ")
        assert changed != content
        page.Contents = opened.make_stream(changed)

    found = verified(handled.with_pikepdf(ours(), rewrite))

    assert (sentences(found), found.outcome) == ([verdict.OTHER_PAGES], PdfOutcome.UNCONFIRMED)
    assert found.findings[0].values == {"pages": "2"}


def test_lost_tags_and_a_lost_claim_are_named_and_the_pages_are_still_ours() -> None:
    def strip(opened: pikepdf.Pdf) -> None:
        del opened.Root.StructTreeRoot
        del opened.Root.Metadata

    found = verified(handled.with_pikepdf(ours(), strip))

    assert sentences(found) == [verdict.TAGS_LOST, verdict.CLAIM_LOST]
    assert found.outcome is PdfOutcome.LOST


def test_lost_attachments_leave_nothing_to_compare() -> None:
    def strip(opened: pikepdf.Pdf) -> None:
        del opened.Root.AF
        del opened.Root.Names

    assert sentences(verified(handled.with_pikepdf(ours(), strip))) == [verdict.NO_FILES]


def test_a_lost_outline_is_a_loss_of_the_document() -> None:
    def strip(opened: pikepdf.Pdf) -> None:
        del opened.Root.Outlines

    assert sentences(verified(handled.with_pikepdf(ours(), strip))) == [verdict.REST_LOST]


def test_letters_drawn_in_other_shapes_are_not_as_we_wrote_them() -> None:
    def swap(opened: pikepdf.Pdf) -> None:
        fonts = opened.pages[1].Resources.Font
        first, second = sorted(fonts.keys())[:2]
        fonts[first].FontDescriptor.FontFile2 = fonts[second].FontDescriptor.FontFile2

    assert verified(handled.with_pikepdf(ours(), swap)).outcome is not PdfOutcome.WHOLE


def test_a_document_for_the_results_only_is_known_as_ours() -> None:
    assert sentences(verified(pdf("capella", "quick", "en"))) == [verdict.NO_FILES]


def test_somebody_elses_document_is_none_of_ours() -> None:
    assert sentences(verified(handled.agenda("Agenda"))) == [verdict.FOREIGN]


def test_a_locked_document_is_said_to_be_locked() -> None:
    saved = BytesIO()
    with pikepdf.open(BytesIO(handled.agenda("Agenda"))) as opened:
        opened.save(saved, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert sentences(verified(saved.getvalue())) == [verdict.LOCKED]


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n" + b"<<" * 100_000])
def test_what_is_no_pdf_is_refused_in_one_sentence(content: bytes) -> None:
    assert sentences(verified(content)) == [verdict.UNREADABLE]
