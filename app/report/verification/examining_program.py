"""The program that takes a PDF apart, run in a limited process by examined.py.

It reads the PDF from standard input, and writes a line of JSON to standard output.
"""

import base64
import json
import logging
import re
import sys
from io import BytesIO
from typing import Any

from pypdf import PageObject, PasswordType, PdfReader, overwrite_configuration

from app.exchange.importing.pdf_process import attached_files, kind_of
from app.report.verification import page_objects
from app.report.verification.graph_digest import GraphDigest
from app.report.verification.page_tags import PageTags

_LARGEST_STREAM = 40_000_000
_CLAIM = re.compile(rb"pdfuaid:part(?:>|=\")\s*1")
_STATED = re.compile(rb"<muster:scorecard>([0-9a-f]{64})<")
# The page tree, and what programs write again whenever they save a file.
_TREE = ("/Pages", "/Version", "/Extensions", "/Metadata")


def main() -> None:
    """Answer with what is in the PDF on standard input."""
    sys.stdout.buffer.write(json.dumps(describe(sys.stdin.buffer.read())).encode())


def describe(content: bytes) -> dict[str, Any]:
    """Return the parts of a PDF as examined.ExaminedPdf names them, or the state locked or unreadable."""
    logging.disable()
    overwrite_configuration(
        zlib_maximum_output_length=_LARGEST_STREAM,
        lzw_maximum_output_length=_LARGEST_STREAM,
        run_length_maximum_output_length=_LARGEST_STREAM,
    )
    try:
        return _described(content, strict=True)
    except Exception:  # pypdf raises whatever a broken file provokes
        try:
            return {**_described(content, strict=False), "is_repaired": True}
        except Exception:  # as above
            return {"state": "unreadable"}


def _described(content: bytes, *, strict: bool) -> dict[str, Any]:
    reader = PdfReader(BytesIO(content), strict=strict)
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        return {"state": "locked"}
    return {"state": "read", **_parts(reader)}


def _parts(reader: PdfReader) -> dict[str, Any]:
    root: Any = reader.trailer["/Root"]
    shown = page_objects.shown_pages(reader)
    numbers = page_objects.object_numbers(shown)
    digest, tags = GraphDigest(numbers), PageTags(reader)
    packet = root["/Metadata"].get_object().get_data() if "/Metadata" in root else b""
    # Sums first: to read its text puts the content of a page into parts.
    whole = [digest.of(_around(root)), *(digest.of(_entries(page)) for page in shown)]
    return {
        "whole": whole,
        "kind": kind_of(reader),
        "stated_sum": stated[1].decode() if (stated := _STATED.search(packet)) else "",
        "language": str(root.get("/Lang", "")),
        "claims_accessible": bool(_CLAIM.search(packet)),
        "files": [[name, base64.b64encode(data).decode()] for name, data in attached_files(root)],
        "pages": [_page(page, digest, tags) for page in shown],
        "hidden": [_page(page, digest, tags) for page in page_objects.hidden_pages(reader, numbers)],
    }


def _around(root: Any) -> Any:  # noqa: ANN401  # pypdf's objects are any
    kept = type(root)()
    kept.update({key: root.raw_get(key) for key in root if key not in _TREE})
    return kept


def _entries(page: PageObject) -> Any:  # noqa: ANN401  # pypdf's objects are any
    """Return the entries of a page and of the page tree above it, apart from what it draws."""
    kept = _around(page)
    for key in ("/Parent", "/Resources", "/Contents"):
        kept.pop(key, None)
    node: Any = page.get("/Parent")
    for _ in range(50):
        if node is None:
            break
        for key in ("/MediaBox", "/CropBox", "/Rotate"):
            if key in node and key not in kept:
                kept.update({key: node.raw_get(key)})
        node = node.get("/Parent")
    return kept


def _page(page: PageObject, digest: GraphDigest, tags: PageTags) -> dict[str, Any]:
    look = page_objects.look(page, digest)
    return {
        "look": look,
        "is_tagged": tags.belong_to(page),
        "notes": page_objects.count_notes(page),
        "words": page_objects.words(page),
    }


if __name__ == "__main__":
    main()
