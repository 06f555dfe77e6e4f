"""The program that takes assessment.json out of a PDF, run in a limited process by pdf_attachment.py.

It reads the PDF from standard input, and writes a line of JSON and the attached file to standard output. It
imports nothing of this application, so that it starts quickly.
"""

import contextlib
import json
import logging
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader, overwrite_configuration

# The most bytes that one stream may decompress to, and the most entries of the list of attachments.
_LARGEST_STREAM = 40_000_000
_MOST_NODES = 1_000
_MOST_READ = 3
_MOST_NAMES = 20

_NAME = "assessment.json"
_KIND = re.compile(rb"<muster:kind>([a-z]{1,20})</muster:kind>")
_CREATOR = "Muster"


def main() -> None:
    """Answer with what the PDF on standard input is, and with the file attached to it."""
    head, attached = describe(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + attached)


def describe(content: bytes) -> tuple[dict[str, str], bytes]:
    """Return the state and kind of a PDF, and the bytes of its assessment.json.

    The state is found, none, several, locked or unreadable; the kind is empty unless Muster wrote the PDF.
    """
    logging.disable()
    overwrite_configuration(
        zlib_maximum_output_length=_LARGEST_STREAM,
        lzw_maximum_output_length=_LARGEST_STREAM,
        run_length_maximum_output_length=_LARGEST_STREAM,
    )
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            return {"state": "locked", "kind": ""}, b""
        root: Any = reader.trailer["/Root"]
        kind, found = kind_of(reader), _attached(root)
    except Exception:  # pypdf raises whatever a broken file provokes
        return {"state": "unreadable", "kind": ""}, b""
    if len(found) != 1:
        return {"state": "several" if found else "none", "kind": kind}, b""
    return {"state": "found", "kind": kind}, found.pop()


def kind_of(reader: PdfReader) -> str:
    """Return the kind that app/report/files.py wrote into the metadata; other programs may drop them.

    It is empty unless Muster wrote the PDF.
    """
    with contextlib.suppress(KeyError, AttributeError):
        root: Any = reader.trailer["/Root"]
        kind = _KIND.search(root["/Metadata"].get_object().get_data())
        if kind:
            return kind[1].decode()
    information = reader.metadata
    return "document" if information and information.creator == _CREATOR else ""


def _attached(root: Any) -> set[bytes]:  # noqa: ANN401  # pypdf's objects are any
    """Return the different files named assessment.json; a program may keep either of the two lists.

    A program that removes hidden data may leave a file of no bytes, which is none.
    """
    return {data for _, data in attached_files(root, _NAME)} - {b""}


def attached_files(root: Any, wanted: str | None = None) -> list[tuple[str, bytes]]:  # noqa: ANN401  # as above
    """Return the first different files of a name, or of every name, with their names."""
    specifications = [*_associated(root), *_named(root)]
    named: dict[str, dict[int, Any]] = {}
    for each in specifications:
        if wanted in (None, _file_name(each)) and "/EF" in each:
            stream = each["/EF"]["/F"].get_object()
            named.setdefault(_file_name(each), {})[id(stream)] = stream
    return [
        (name, stream.get_data())
        for name, streams in list(named.items())[:_MOST_NAMES]
        for stream in list(streams.values())[:_MOST_READ]
    ]


def _associated(root: Any) -> Iterator[Any]:  # noqa: ANN401  # pypdf's objects are any
    for each in list(root.get("/AF", ()))[:_MOST_NODES]:
        yield each.get_object()


def _named(root: Any) -> Iterator[Any]:  # noqa: ANN401  # pypdf's objects are any
    """Yield the file specifications of the name tree (ISO 32000-2, 7.9.6), which may be a circle."""
    waiting = [root["/Names"]["/EmbeddedFiles"]] if "/EmbeddedFiles" in root.get("/Names", ()) else []
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop().get_object()
        waiting += list(node.get("/Kids", ()))[:_MOST_NODES]
        for each in list(node.get("/Names", ()))[1 : 2 * _MOST_NODES : 2]:
            yield each.get_object()


def _file_name(specification: Any) -> str:  # noqa: ANN401  # pypdf's objects are any
    return str(specification.get("/UF", specification.get("/F", "")))


if __name__ == "__main__":
    main()
