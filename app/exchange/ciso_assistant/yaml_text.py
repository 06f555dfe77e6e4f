"""YAML for objects of texts, days, whole numbers and truths: equal objects give equal bytes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

_INDENT = "  "
# JSON leaves these as they are; YAML refuses them or takes them for line ends.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def write_yaml(content: Mapping[str, object]) -> bytes:
    """Write an object with plain keys; a text is in quotes, on one line, whatever is in it."""
    return ("\n".join(_lines(content, 0)) + "\n").encode()


def _lines(content: Mapping[str, object], depth: int) -> Iterator[str]:
    for key, value in content.items():
        name = f"{_INDENT * depth}{key}:"
        if isinstance(value, Mapping):
            yield name
            yield from _lines(value, depth + 1)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield name if value else f"{name} []"
            yield from _items(value, depth)
        else:
            yield f"{name} {_scalar(value)}"


def _items(values: Sequence[object], depth: int) -> Iterator[str]:
    for value in values:
        if not isinstance(value, Mapping):
            yield f"{_INDENT * depth}- {_scalar(value)}"
            continue
        first, *others = _lines(value, depth + 1)
        yield f"{_INDENT * depth}- {first.strip()}"
        yield from others


def _scalar(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int):
        return json.dumps(value)
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
