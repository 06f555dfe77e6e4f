"""The content of a page is taken apart as pypdf does it, or left to pypdf."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DecodedStreamObject

from app.exchange.policy.pdf import pdf_content

DOCUMENTS = sorted(Path(__file__).with_name("documents").glob("*.pdf"))


def as_pypdf_does(content: bytes) -> list[tuple[object, bytes]]:
    """Return the operations on text that pypdf finds, as plain values."""
    stream = DecodedStreamObject()
    stream.set_data(content)
    parsed = ContentStream(stream, None, "bytes").operations
    return [(operands, operator) for operands, operator in parsed if operator in pdf_content._OPERATORS]


def shown(page: PageObject) -> list[str]:
    """Return the texts that a page shows, one after the other."""
    texts: list[str] = []
    page.extract_text(visitor_text=lambda text, *_look: texts.append(text))
    return texts


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 11 Tf 1 0 0 1 72 700 Tm (Text) Tj ET",
        b"[(A) -120.5 (B) .5 (C)-3(D)] TJ",
        rb"(a \(b\) (c (d)) \\ \101\1x \n) Tj",
        b"(a\\\nb) Tj <48 65 6c6C6> Tj <> Tj",
        b"/P <</MCID 3 /Lang (fr) /BBox [0 1 2 3]>> BDC % note\n(x) Tj EMC /Artifact BMC EMC",
        b"q 1 0 0 -1 0 842 cm 0 0 10 10 re f Q 12 0 Td T* (x) ' 1 2 (y) \" /Im1 Do",
        b"/List#20Bullet /MC0 BDC EMC +5 -3 Td",
    ],
)
def test_operations_on_text_are_those_of_pypdf(content: bytes) -> None:
    assert pdf_content.operations(content) == as_pypdf_does(content)


@given(st.binary(max_size=40))
def test_any_bytes_of_a_string_are_read_as_pypdf_reads_them(shown: bytes) -> None:
    escaped = shown.translate(None, b"\r")
    for sign in b"\\()":
        escaped = escaped.replace(bytes([sign]), b"\\" + bytes([sign]))

    assert pdf_content.operations(b"(" + escaped + b") Tj") == as_pypdf_does(b"(" + escaped + b") Tj")


@pytest.mark.parametrize(
    "content",
    [
        b"BI /W 1 /H 1 ID \x00 EI",
        b"(never closed Tj",
        b"] TJ",
        b"[1 2",
        b"{ } Tj",
        b"<</A>> BDC",
        b"/A#e9 Do",
    ],
)
def test_what_is_not_known_is_left_to_pypdf(content: bytes) -> None:
    with pytest.raises(pdf_content._UnknownPartError):
        pdf_content.operations(content)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_pages_have_the_same_text_as_with_pypdf_alone(path: Path) -> None:
    data = path.read_bytes()
    alone = [shown(page) for page in PdfReader(BytesIO(data)).pages]

    prepared = PdfReader(BytesIO(data))
    for page in prepared.pages:
        pdf_content.prepare(page)

    assert [shown(page) for page in prepared.pages] == alone
    assert all(isinstance(page["/Contents"], ContentStream) for page in prepared.pages)
