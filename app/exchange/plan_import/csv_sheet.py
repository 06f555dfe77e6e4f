"""The cells of a CSV as spreadsheets save it: comma, semicolon or tab; UTF-8, UTF-16 or Windows’ letters."""

import csv
import io
from itertools import islice

from app.exchange.plan_import.cell_faults import PlanFileError
from app.exchange.plan_import.headings import most_known
from app.translations import N_

# Windows’ letters of western Europe; Excel and LibreOffice write what it lacks as a question mark.
WINDOWS = "cp1252"

MOST_ROWS, _MOST_COLUMNS = 2_000, 60
_SEPARATORS = (";", ",", "\t")
FOREIGN = N_("This is not a spreadsheet that this service can read. Save the plan as XLSX, ODS or CSV.")
_BROKEN = N_(
    "This CSV file is damaged: its quotation marks do not match. Save it again, or choose XLSX or ODS."
)


def read(data: bytes) -> tuple[tuple[tuple[str, ...], ...], str]:
    """Return the rows of a CSV and ``WINDOWS`` if it is written so, or raise PlanFileError."""
    text, encoding = _decode(data)
    if "\0" in text:
        raise PlanFileError(FOREIGN)
    try:
        # A wrong separator leaves the row of headings whole, or cuts it elsewhere.
        rows = max((_rows(text, separator) for separator in _SEPARATORS), key=most_known)
    except csv.Error:
        raise PlanFileError(_BROKEN) from None
    return rows, encoding


def _decode(data: bytes) -> tuple[str, str]:
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", WINDOWS]
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding if encoding == WINDOWS else ""
        except UnicodeDecodeError:
            continue
    raise PlanFileError(FOREIGN)


def _rows(text: str, separator: str) -> tuple[tuple[str, ...], ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return tuple(tuple(row[:_MOST_COLUMNS]) for row in islice(reader, MOST_ROWS))
