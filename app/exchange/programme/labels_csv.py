"""The labels of the organisations that a coordinator invites, from a CSV file or a pasted list.

A file may have more columns than that of the labels if its first row names it. Labels that are repeated or
that are already invited are left out, each with its line; any other fault refuses the whole list.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.exchange.faults import MAX_FAULTS, FileFault, printable
from app.exchange.plan_files.cell_text import unguard
from app.maturity.clean_text import clean_line, fold
from app.maturity.programme.programme import LABEL_LIMIT
from app.translations import N_

# Two thousand labels of 200 letters take a third of it, so that other columns have room.
MAX_BYTES = 4_000_000

# What a heading of the column of labels is called, without capitals and accents, in either language.
_HEADINGS = frozenset(
    {
        *("label", "labels", "organisation", "organisations", "organization", "organizations"),
        *("name", "company", "supplier", "nom", "libelle", "etiquette", "organisme", "organismes"),
        *("entreprise", "entreprises", "fournisseur", "fournisseurs"),
    }
)
_SEPARATORS = (";", ",", "\t")
_NO_SEPARATOR = "\x1f"
# Windows’ letters of western Europe, in which spreadsheets save a CSV unless they are told otherwise.
_WINDOWS = "cp1252"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_FOREIGN = N_("This is not a CSV file. Save the list as CSV, or paste it.")
_DAMAGED = N_("This CSV file is damaged: its quotation marks do not match. Save it again, or paste the list.")
_SEVERAL_COLUMNS = N_(
    "The file has %(count)d columns. Give the column with the names the heading “organisation”, or keep"
    " that column alone."
)

# A line of the file, counted from 1, and its cells.
_Row = tuple[int, Sequence[str]]


class FaultyLabelsError(Exception):
    """A list of labels cannot be used; ``faults`` holds every reason, at least one."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        super().__init__("; ".join(fault.text(str) for fault in faults))
        self.faults = tuple(faults[:MAX_FAULTS])


@dataclass(frozen=True, slots=True)
class LabelList:
    """The labels to invite in their order, and the lines that are left out because they repeat one."""

    labels: tuple[str, ...]
    left_out: tuple[FileFault, ...]


def read_file(data: bytes, invited: Iterable[str], limit: int) -> LabelList:
    """Return the labels of a CSV, or raise FaultyLabelsError with every fault.

    ``invited`` holds the labels that are invited already; at most ``limit`` more may be.
    """
    if len(data) > MAX_BYTES:
        raise _refused(N_("The file is larger than %(limit)d MB."), limit=MAX_BYTES // 1_000_000)
    text = _decode(data)
    if "\0" in text:
        raise _refused(_FOREIGN)
    rows = _cells_of_labels([_read_rows(text, separator) for separator in _SEPARATORS], text)
    return _checked(((line, unguard(cell)) for line, cell in rows), invited, limit)


def read_pasted(text: str, invited: Iterable[str], limit: int) -> LabelList:
    """Return the labels of a pasted list, one on each line, or raise FaultyLabelsError with every fault."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _checked(enumerate(lines, start=1), invited, limit)


def _refused(sentence: str, **values: object) -> FaultyLabelsError:
    return FaultyLabelsError([FileFault("", sentence, values)])


def _decode(data: bytes) -> str:
    for encoding in ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", _WINDOWS):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refused(_FOREIGN)


def _read_rows(text: str, separator: str) -> list[_Row]:
    """Return the rows, none if the quotation marks do not match: with the right separator they may."""
    try:
        return list(_rows(text, separator))
    except csv.Error:
        return []


def _rows(text: str, separator: str) -> Iterator[_Row]:
    """Yield the rows in which something stands, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    for cells in reader:
        # An empty row of a spreadsheet has its separators, also where another one is tried.
        if any(clean_line(cell).strip(";, ") for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1


def _cells_of_labels(readings: Sequence[Sequence[_Row]], text: str) -> list[tuple[int, str]]:
    """Return the cells that hold labels, by the reading of the right separator."""
    for rows in readings:
        column = (
            next((place for place, cell in enumerate(rows[0][1]) if _is_heading(cell)), None)
            if rows
            else None
        )
        if column is not None:
            return [(line, cells[column] if column < len(cells) else "") for line, cells in rows[1:]]
    for rows in readings:
        filled = {place for _line, cells in rows for place, cell in enumerate(cells) if clean_line(cell)}
        same_width = len({len(cells) for _line, cells in rows}) == 1 and len(rows[0][1]) > 1
        if same_width and len(filled) == 1:
            return [(line, cells[min(filled)]) for line, cells in rows]
        if same_width and len(rows) > 1:
            raise _refused(_SEVERAL_COLUMNS, count=len(rows[0][1]))
    # A list without other columns: a comma belongs to the name in which it stands.
    try:
        return [(line, cells[0]) for line, cells in _rows(text, _NO_SEPARATOR)]
    except csv.Error:
        raise _refused(_DAMAGED) from None


def _is_heading(cell: str) -> bool:
    return fold(clean_line(cell)) in _HEADINGS


def _checked(cells: Iterable[tuple[int, str]], invited: Iterable[str], limit: int) -> LabelList:
    known = {_key(label): 0 for label in invited}
    labels: list[str] = []
    left_out: list[FileFault] = []
    faults: list[FileFault] = []
    for line, cell in cells:
        label = clean_line(cell)
        if not label:
            continue
        shown = {"line": line, "label": printable(label)}
        if len(label) > LABEL_LIMIT:
            sentence = N_("Line %(line)d: the name has %(count)d characters. It may have at most %(limit)d.")
            faults.append(FileFault("", sentence, shown | {"count": len(label), "limit": LABEL_LIMIT}))
        elif _key(label) in known:
            left_out.append(_repetition(shown, known[_key(label)]))
        else:
            known[_key(label)] = line
            labels.append(label)
    if len(labels) > limit:
        sentence = N_(
            "New organisations on the list: %(count)d. Invitations that this programme can still add:"
            " %(limit)d."
        )
        faults.append(FileFault("", sentence, {"count": len(labels), "limit": limit}))
    if not (labels or left_out or faults):
        faults.append(FileFault("", N_("The list names no organisation. Write one on each line."), {}))
    if faults:
        raise FaultyLabelsError(faults)
    return LabelList(tuple(labels), tuple(left_out))


def _repetition(shown: dict[str, object], first: int) -> FileFault:
    if not first:
        return FileFault("", N_("Line %(line)d is left out: %(label)s is already invited."), shown)
    sentence = N_("Line %(line)d is left out: %(label)s is already on line %(first)d.")
    return FileFault("", sentence, shown | {"first": first})


def _key(label: str) -> str:
    """Return what makes two labels the same: capitals, the way of writing an accent and what nobody sees."""
    seen = "".join(each for each in label if unicodedata.category(each) != "Cf")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", seen).casefold())
