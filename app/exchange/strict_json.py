"""Strict reading of JSON: no value is guessed, dropped or overwritten by a repeated key."""

import json
import re
from collections import Counter
from dataclasses import dataclass

from app.exchange.faults import FaultyAssessmentError, FileFault
from app.translations import N_

# 40 rounds and 200 actions with every text at its limit are 32 MB, if every letter takes four bytes.
MAX_BYTES = 40_000_000
# That file has 12,000 separators. Forty million bytes of tiny values would take gigabytes once parsed.
MAX_SEPARATORS = 100_000

_MOST_DIGITS = 30
_BOM = b"\xef\xbb\xbf"
_SEPARATORS = b",", b"[", b"{"
# A whole string, also one without an end, or a separator. It never goes back over what it read.
_STRING_OR_SEPARATOR = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[,\[{]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class HugeNumber:
    """A whole number of more than 30 digits; no reader accepts it."""

    digits: str


class DuplicateKeysDict(dict[str, object]):
    """An object in which some keys occur more than once; ``duplicate_keys`` holds them."""

    duplicate_keys: tuple[str, ...] = ()


def _refuse(sentence: str, **values: object) -> FaultyAssessmentError:
    return FaultyAssessmentError((FileFault("", sentence, values),))


def holds_too_much(data: bytes) -> bool:
    """Return whether JSON has more values than an export ever has, without parsing it."""
    if sum(map(data.count, _SEPARATORS)) <= MAX_SEPARATORS:
        return False
    # Texts may be full of commas.
    found = (each.group() for each in _STRING_OR_SEPARATOR.finditer(data))
    return any(
        number >= MAX_SEPARATORS for number, _ in enumerate(each for each in found if each[:1] != b'"')
    )


def parse(data: bytes) -> dict[str, object]:
    """Return the members of the one object that a file holds, or raise FaultyAssessmentError."""
    if len(data) > MAX_BYTES:
        raise _refuse(N_("The file is larger than %(limit)d MB."), limit=MAX_BYTES // 1_000_000)
    if not data.strip():
        raise _refuse(N_("The file is empty."))
    if holds_too_much(data):
        raise _refuse(N_("The file holds more values than an assessment can have."))
    try:
        # Windows editors put a byte order mark before the text.
        value = _decode(data.removeprefix(_BOM).decode())
    except UnicodeDecodeError as error:
        byte = error.start + len(_BOM) * data.startswith(_BOM) + 1
        raise _refuse(N_("The file is not text in UTF-8: see byte %(byte)d."), byte=byte) from None
    except json.JSONDecodeError as error:
        sentence = N_(
            "The file is damaged or was changed: at line %(line)d, column %(column)d it is no longer JSON."
            " Choose assessment.json as it was downloaded, or the PDF of the scorecard or the board page."
        )
        raise _refuse(sentence, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise _refuse(N_("The file is nested too deeply.")) from None
    if not isinstance(value, dict):
        raise _refuse(N_("The file must hold one JSON object."))
    return value


def _decode(text: str) -> object:
    try:
        return _FAST.decode(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # Python refuses to convert a whole number of more than 4,300 digits
        return _CAREFUL.decode(text)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    repeated = DuplicateKeysDict(members)
    times = Counter(key for key, _ in pairs)
    repeated.duplicate_keys = tuple(key for key in members if times[key] > 1)
    return repeated


def _whole_number(digits: str) -> int | HugeNumber:
    return int(digits) if len(digits) <= _MOST_DIGITS else HugeNumber(digits)


_FAST = json.JSONDecoder(object_pairs_hook=_object)
# A function called for each number takes a third of the time, so only files that need it are read so.
_CAREFUL = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole_number)
