"""Codes that open an assessment: 140 random bits that a person can copy by hand."""

import secrets

# Crockford's base32: no letter that can be read as a digit, and no U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 28
# A receipt is rarely typed, so that it can be longer: 260 random bits.
RECEIPT_LENGTH = 52
GROUP = 4

# Hyphens and dashes of every width, and invisible characters from copies out of a PDF or an email.
_SEPARATORS = "-.\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200b\u2060\ufeff"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_WITHOUT_SEPARATORS = str.maketrans("", "", _SEPARATORS)


def new_code() -> str:
    """Return a new random code in its normal form, 28 characters."""
    return _random(LENGTH)


def new_receipt() -> str:
    """Return a new random receipt of a contribution in its normal form, 52 characters."""
    return _random(RECEIPT_LENGTH)


def new_id() -> str:
    """Return a new public identifier of 100 random bits, which opens nothing by itself."""
    return _random(20).lower()


def new_action_id() -> str:
    """Return a new identifier of an action, of 60 random bits, that a person can read out."""
    return _random(12).lower()


def format_code(code: str) -> str:
    """Return a normal code or receipt in groups of four characters: ``"ABCD-EFGH-…"``."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def normalise(code: str, length: int = LENGTH) -> str | None:
    """Return a typed code in its normal form; None if it cannot be a code. Receipts have another length.

    ``"abcd efgh …"`` becomes ``"ABCDEFGH…"``, and the letters O, I and L become the digits they look like.
    """
    plain = "".join(code.split()).translate(_WITHOUT_SEPARATORS)
    # Checked before upper-casing, which turns characters beyond ASCII into letters: ı into I, ß into SS.
    if len(plain) != length or not plain.isascii():
        return None
    normal = plain.upper().translate(_READ_AS)
    return normal if set(normal) <= set(ALPHABET) else None


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
