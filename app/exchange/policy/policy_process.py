"""The program that reads a document, run in a limited process by policy_file.py.

It reads the document from standard input, and writes a line of JSON to standard output. It imports what reads
documents, and nothing else of the application.
"""

import importlib
import json
import sys

from app.exchange.policy.document_kind import kind_of
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.exchange.policy.zip_parts import ZipParts
from app.maturity.policy.policy_text import TextBlock

_ZIPPED = ("docx", "odt")
_MODULES = {
    "pdf": "pdf.pdf_text",
    "docx": "docx_text",
    "odt": "odt_text",
    "html": "html_text",
    "text": "plain_text",
}


def main() -> None:
    """Answer with the blocks of the document on standard input, or with the reason why there are none."""
    sys.stdout.buffer.write(describe(sys.stdin.buffer.read()).encode())


def describe(data: bytes) -> str:
    """Return the blocks of a document, each as its kind, text and page, or the refusal, as JSON."""
    try:
        blocks = [(block.kind, block.text, block.page) for block in _read(data)]
    except UnreadablePolicyError as error:
        return json.dumps({"refusal": error.refusal})
    except MemoryError:
        return json.dumps({"refusal": Refusal.UNPACKED})
    except Exception as error:  # pypdf, zipfile and expat raise whatever a broken file provokes
        is_limit = type(error).__name__ == "LimitReachedError"
        return json.dumps({"refusal": Refusal.UNPACKED if is_limit else Refusal.BROKEN})
    if not blocks:
        return json.dumps({"refusal": Refusal.EMPTY})
    return json.dumps({"blocks": blocks}, ensure_ascii=False)


def _read(data: bytes) -> list[TextBlock]:
    kind = kind_of(data)
    # Only one is imported: pypdf takes three times as long to start as the others.
    reader = importlib.import_module(f"app.exchange.policy.{_MODULES[kind]}")
    blocks: list[TextBlock] = reader.read(ZipParts(data) if kind in _ZIPPED else data)
    return blocks


if __name__ == "__main__":
    main()
