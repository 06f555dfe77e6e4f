"""What is not read has its reason: another kind of file, and harmless files just over each limit."""

import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from app.exchange.policy import block_list, policy_file, zip_parts
from app.exchange.policy.policy_file import MAX_BYTES
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.exchange.policy.refusal_sentences import sentence
from app.translations import translator
from tests.exchange.policy.build import ODT_TYPE, column, docx, odt, paragraph, pdf, zipped

TEXT = "Every official account is protected by a second step at sign-in."


def refusal_of(data: bytes) -> Refusal:
    with pytest.raises(UnreadablePolicyError) as refused:
        policy_file.read_policy(data)
    return refused.value.refusal


def encrypted_pdf(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(column(TEXT)))))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="AES-256")  # noqa: S106  # of a test
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 64


def other_zip(main: str) -> bytes:
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Id="r" Type="{types}" Target="{main}"/></Relationships>'
    return zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": relations, main: "<a/>"})


def made_by(program: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(column(TEXT)))))
    writer.add_metadata({"/Creator": program})
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


OTHER_FILES = {
    "empty": (b" \n ", Refusal.EMPTY),
    "no paragraph": (docx(""), Refusal.EMPTY),
    "locked PDF": (encrypted_pdf("user"), Refusal.PASSWORD),
    "locked DOCX": (ole("EncryptedPackage"), Refusal.PASSWORD),
    "doc": (ole("WordDocument"), Refusal.OLD_WORD),
    "xls": (ole("Workbook"), Refusal.SPREADSHEET),
    "ppt": (ole("PowerPoint Document"), Refusal.SLIDES),
    "msg": (ole("__nameid_version1.0"), Refusal.UNKNOWN),
    "rtf": (b"{\\rtf1 text}", Refusal.RTF),
    "xlsx": (other_zip("xl/workbook.xml"), Refusal.SPREADSHEET),
    "pptx": (other_zip("ppt/presentation.xml"), Refusal.SLIDES),
    "ods": (
        zipped({"mimetype": ODT_TYPE.replace("text", "spreadsheet"), "content.xml": "<a/>"}),
        Refusal.SPREADSHEET,
    ),
    "odp": (
        zipped({"mimetype": ODT_TYPE.replace("text", "presentation"), "content.xml": "<a/>"}),
        Refusal.SLIDES,
    ),
    "zip": (zipped({"policy.pdf": b"%PDF-"}), Refusal.UNKNOWN),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", Refusal.UNKNOWN),
    "saved page": (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", Refusal.UNKNOWN),
    "data": (b'{"format": "muster"}', Refusal.UNKNOWN),
    "list": (b'["staff", "visitors"]', Refusal.UNKNOWN),
    "sound": (b"RIFF\x24\x08\x00\x00WAVEfmt ", Refusal.UNKNOWN),
    "archive": (b"BZh91AY&SY\x00", Refusal.UNKNOWN),
    "binary": (bytes(range(256)) * 4, Refusal.UNKNOWN),
    "scorecard": (made_by("Muster"), Refusal.OURS),
    "scan": (pdf([(280, 40, "Page 1")], []), Refusal.PICTURES),
    "cut PDF": (pdf(column(TEXT))[:400], Refusal.BROKEN),
    "cut DOCX": (docx(paragraph(TEXT))[:-60], Refusal.BROKEN),
    "cut XML": (zipped({"[Content_Types].xml": "", "word/document.xml": "<w:document"}), Refusal.BROKEN),
}


@pytest.mark.parametrize(("data", "refusal"), OTHER_FILES.values(), ids=OTHER_FILES.keys())
def test_every_other_file_has_its_reason(data: bytes, refusal: Refusal) -> None:
    assert refusal_of(data) == refusal


@pytest.mark.parametrize(
    "begins", ["RIFF", "BZh", '["Staff"] means', '{"Staff"} means', "PK:", "GIF8 pictures:", "Rar! %PDF- or"]
)
def test_a_text_that_begins_as_another_kind_of_file_does_is_read(begins: str) -> None:
    text = f"{begins} everybody in the branch."

    assert [block.text for block in policy_file.read_policy(text.encode())] == [text]


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert policy_file.read_policy(encrypted_pdf(""))[0].text == TEXT


def with_part_of(size: int) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": docx_part(paragraph(TEXT)).ljust(size),
        }
    )


def docx_part(body: str) -> str:
    with zipfile.ZipFile(BytesIO(docx(body))) as parts:
        return parts.read("word/document.xml").decode()


def nested(depth: int) -> bytes:
    """Return an ODT whose deepest element lies that deep: four are around its text."""
    spans = depth - 4
    return odt(f"<text:p>{'<text:span>' * spans}{TEXT}{'</text:span>' * spans}</text:p>")


def with_pages(count: int) -> bytes:
    return pdf(*[column(TEXT)] * count)


def with_stream_of(size: int) -> bytes:
    """Return a PDF whose page has a content of that size when it is unpacked, nearly all of it spaces."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(column(TEXT)))))
    page = writer.pages[0]
    content = page.get_contents()
    assert content is not None
    stream = DecodedStreamObject()
    stream.set_data(content.get_data().ljust(size))
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def with_blocks(count: int) -> bytes:
    return docx(paragraph("a") * count)


def with_characters(count: int) -> bytes:
    lengths = [1000] * (count // 1000) + [count % 1000]
    return docx("".join(paragraph("a" * length) for length in lengths))


LIMITS = {
    "the file": (lambda size: TEXT.encode().ljust(size), MAX_BYTES, Refusal.LARGE_FILE),
    "a part": (with_part_of, zip_parts.LARGEST_PART, Refusal.UNPACKED),
    "depth": (nested, zip_parts.DEEPEST, Refusal.DEEP),
    "pages": (with_pages, block_list.MOST_PAGES, Refusal.PAGES),
    "a stream": (with_stream_of, 24 * 1024 * 1024, Refusal.UNPACKED),
    "paragraphs": (with_blocks, block_list.MOST_BLOCKS, Refusal.LONG),
    "characters": (with_characters, block_list.MOST_CHARACTERS, Refusal.LONG),
    "elements of a page": (
        lambda depth: b"<html>" + b"<div>" * (depth - 1) + b"Text.",
        200,
        Refusal.DEEP,
    ),
}


@pytest.mark.parametrize(("build", "limit", "refusal"), LIMITS.values(), ids=LIMITS.keys())
def test_a_file_at_a_limit_is_read_and_one_beyond_it_has_its_reason(build, limit, refusal) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001  # functions of one number
    assert policy_file.read_policy(build(limit))
    assert refusal_of(build(limit + 1)) == refusal


def test_more_parts_than_a_document_has_are_refused() -> None:
    parts = {f"word/media/{number}": "" for number in range(zip_parts.MOST_PARTS)}

    assert refusal_of(zipped(parts | {"[Content_Types].xml": ""})) == Refusal.UNPACKED


def test_a_part_that_claims_to_be_small_is_counted_as_it_comes_out() -> None:
    data = bytearray(with_part_of(zip_parts.LARGEST_PART + 1))
    size = (zip_parts.LARGEST_PART + 1).to_bytes(4, "little")
    small = data.replace(size, (1000).to_bytes(4, "little"))
    assert small != data

    assert refusal_of(bytes(small)) in (Refusal.UNPACKED, Refusal.BROKEN)


def test_a_document_type_is_refused_whatever_it_declares() -> None:
    part = f"<!DOCTYPE w:document [<!ENTITY a 'aa'>]>{docx_part(paragraph(TEXT))}"

    assert refusal_of(zipped({"[Content_Types].xml": "", "word/document.xml": part})) == Refusal.BROKEN


def test_the_program_that_made_a_pdf_is_no_reason_otherwise() -> None:
    assert policy_file.read_policy(made_by("Writer"))


@pytest.mark.parametrize("refusal", Refusal)
def test_every_reason_is_a_sentence_with_a_way_out_in_both_languages(refusal: Refusal) -> None:
    english, french = (sentence(refusal, translator(language)) for language in ("en", "fr"))

    assert english != french
    assert "%" not in english + french
    ways = {"paste", "Paste", "Choose", "Save"}, {"collez", "Collez", "Choisissez", "Enregistrez"}
    for text, words in zip((english, french), ways, strict=True):
        assert any(word in text for word in words)
