"""The XML of a document’s parts, read by the standard library."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def part(content: bytes, name: str) -> ElementTree.Element:
    """Return one part of a document as a tree."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return ElementTree.fromstring(file.read(name))  # noqa: S314  # our own document


def docx_paragraphs(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the style and the text of every paragraph of a DOCX, those of tables too."""
    for paragraph in part(content, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        words = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        yield "" if style is None else style.attrib[f"{W}val"], words


def odt_paragraphs(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the style and the text of every paragraph and heading of an ODT, those of tables too."""
    for paragraph in part(content, "content.xml").iter():
        if paragraph.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield paragraph.attrib[f"{TEXT}style-name"], "".join(map(_words, paragraph))


def _words(element: ElementTree.Element) -> str:
    spaces = " " * int(element.get(f"{TEXT}c", "0"))
    return f"{spaces}{element.text or ''}{''.join(map(_words, element))}{element.tail or ''}"
