"""The one form in which JSON files are written: the same content always gives the same bytes."""

import json
from collections.abc import Callable, Mapping


def write(content: Mapping[str, object], as_text: Callable[[object], str] | None = None) -> bytes:
    """Write an object as UTF-8, indented by two spaces, with a line end; keys keep their order.

    ``as_text`` turns a value that JSON has no form for into text; without it such a value raises TypeError.
    """
    return (json.dumps(content, ensure_ascii=False, indent=2, default=as_text) + "\n").encode()


def write_line(content: Mapping[str, object]) -> bytes:
    """Write an object as UTF-8 on one line, without a line end."""
    return json.dumps(content, ensure_ascii=False).encode()
