"""The code of an assessment: 140 random bits that a person can copy by hand."""

import secrets

# Crockford's base32: no letter that is read as a digit, and no U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 28
# What is kept without anybody typing it often: 260 random bits.
RECEIPT_LENGTH = 52
GROUP = 4

# Hyphens and dashes of every width, and the invisible characters that copying from a PDF or a mail brings.
_SEPARATORS = "-.\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200b\u2060\ufeff"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_WITHOUT_SEPARATORS = str.maketrans("", "", _SEPARATORS)


def new_code() -> str:
    """Make a code in its normal form, 28 characters."""
    return _random(LENGTH)


def new_receipt() -> str:
    """Make the receipt of a contribution in its normal form, 52 characters."""
    return _random(RECEIPT_LENGTH)


def new_id() -> str:
    """Make a public identifier of 100 random bits, which opens nothing by itself."""
    return _random(20).lower()


def format_code(code: str) -> str:
    """Give a normal code or receipt as people see it: groups of four characters with hyphens between."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def normalise(code: str, length: int = LENGTH) -> str | None:
    """Give the code as it is derived from, however it was typed; None if it cannot be a code.

    A receipt is one of another length.
    """
    plain = "".join(code.split()).translate(_WITHOUT_SEPARATORS)
    # Before upper-casing: beyond ASCII it changes letters (ı becomes I) and lengths (ß becomes SS).
    if len(plain) != length or not plain.isascii():
        return None
    normal = plain.upper().translate(_READ_AS)
    return normal if set(normal) <= set(ALPHABET) else None


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
