"""The pages of a PDF: those that it shows, and those that only stay in the file."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from app.report.verification.graph_digest import GraphDigest, TooComplexError

MOST_PAGES = 1_000
_MOST_OBJECTS = 200_000
_DEEPEST_FORM = 8
_NAME = re.compile(rb"/([^\0\t\n\f\r ()<>\[\]{}/%]+)")


def shown_pages(reader: PdfReader) -> list[PageObject]:
    """Return the pages in the order in which a reader turns them; raises TooComplexError for too many."""
    if len(reader.pages) > MOST_PAGES:
        raise TooComplexError
    return list(reader.pages)


def object_numbers(pages: list[PageObject]) -> dict[int, int]:
    """Return the place of each page by its object number."""
    references = [page.indirect_reference for page in pages]
    return {each.idnum: place for place, each in enumerate(references) if each is not None}


def hidden_pages(reader: PdfReader, shown: dict[int, int]) -> Iterator[PageObject]:
    """Yield the pages that are in the file and that no reader shows, in the order of their numbers."""
    numbers = {number for generation in reader.xref.values() for number in generation}
    numbers |= set(reader.xref_objStm)
    if len(numbers) > _MOST_OBJECTS:
        raise TooComplexError
    for number in sorted(numbers - set(shown)):
        held: Any = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(held, DictionaryObject) and held.get("/Type") == "/Page" and "/Contents" in held:
            page = PageObject(reader, IndirectObject(number, 0, reader))
            page.update(dict(held.items()))
            yield page


def look(page: PageObject, digest: GraphDigest) -> str:
    """Return the sum of what a page draws: its content, and the fonts and parts that the content names."""
    content = page.get_contents()
    data = content.get_data().strip() if content is not None else b""
    box = [round(float(each), 2) for each in page.mediabox]
    return sha256(f"{box}{_drawn(data, page.get('/Resources'), digest, 0)}".encode()).hexdigest()


def _drawn(data: bytes, resources: Any, digest: GraphDigest, depth: int) -> str:  # noqa: ANN401  # pypdf’s objects
    """Return the sum of a content with what it names; programs leave out what is not named."""
    if depth > _DEEPEST_FORM:
        raise TooComplexError
    named = {f"/{each.decode('latin-1')}" for each in _NAME.findall(data)}
    held = resources.get_object() if resources is not None else {}
    sums = [sha256(data).hexdigest()]
    for kind in sorted(held):
        group: Any = held[kind]
        if isinstance(group, DictionaryObject):
            used = [(name, group.raw_get(name)) for name in sorted(group) if name in named]
            sums += [f"{kind}{name} {_resource(each, digest, depth)}" for name, each in used]
    return sha256("\n".join(sums).encode("utf-8", "surrogatepass")).hexdigest()


def _resource(value: Any, digest: GraphDigest, depth: int) -> str:  # noqa: ANN401  # pypdf’s objects
    held = value.get_object()
    if not isinstance(held, StreamObject) or held.get("/Subtype") != "/Form":
        return digest.of(value)
    rest = DictionaryObject()
    rest.update({key: held.raw_get(key) for key in held if key in ("/BBox", "/Matrix", "/Group")})
    return f"{digest.of(rest)} {_drawn(held.get_data().strip(), held.get('/Resources'), digest, depth + 1)}"


def words(page: PageObject) -> str:
    """Return the text of a page with single spaces."""
    return " ".join(page.extract_text().split())


def count_notes(page: PageObject) -> int:
    """Return how many annotations a page has that are no links: notes, stamps, fields, signatures."""
    annotations: Any = page.get("/Annots")
    listed = list(annotations.get_object())[:10_000] if annotations is not None else []
    kinds = [each.get_object().get("/Subtype") for each in listed if each.get_object() is not None]
    return sum(kind not in ("/Link", "/Popup") for kind in kinds)
