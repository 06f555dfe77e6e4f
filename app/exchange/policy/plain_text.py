"""Read the blocks of text without mark-up, or with that of Markdown."""

import codecs
import re
from collections.abc import Iterator

from app.exchange.policy.block_list import BlockList
from app.exchange.policy.hyphens import Hyphens
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.exchange.policy.text_lines import WrittenLine, is_numbered_heading, paragraphs
from app.maturity.policy.policy_text import TextBlock

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Text has line ends, tabs and page breaks, and no other control characters.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKED_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_UNDERLINE = re.compile(r"(={3,}|-{3,})")
_RULE = re.compile(r"[-=_*+|:\s]{3,}")
# A row of a table keeps its cells apart.
_ROW = re.compile(r"\S(?: {3,}|\t+| *\| *)\S")
# Programs wrap lines earlier than this: a longer one is a whole paragraph, and so are the others.
_LONGEST_WRAPPED = 130
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x85\u2028\u2029]")


def read(data: bytes) -> list[TextBlock]:
    """Return the blocks of a text file in UTF-8, UTF-16, UTF-32 or Windows’ letters of western Europe."""
    text = _decode(data)
    if _CONTROL.search(text):
        raise UnreadablePolicyError(Refusal.UNKNOWN)
    return read_text(text)


def read_text(text: str) -> list[TextBlock]:
    """Return the blocks of a text."""
    lines = list(_lines(text))
    hyphens = Hyphens(line.text for line in lines)
    found = BlockList()
    groups = list(paragraphs(lines))
    for place, group in enumerate(groups):
        joined = hyphens.join(line.text for line in group)
        marked = _MARKED_HEADING.fullmatch(joined)
        following = groups[place + 1][0] if place + 1 < len(groups) else None
        alone = group[0].has_gap and (following is None or following.has_gap)
        if marked or group[0].is_bold or is_numbered_heading(joined, alone=alone):
            found.add("heading", marked[1].rstrip("#") if marked else joined)
        else:
            found.add("paragraph", joined)
    return found.blocks


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[WrittenLine]:
    """Yield the lines that are not empty; those with a line of signs below them count as bold."""
    lines = [line.strip() for line in _LINE_ENDS.split(text.replace("\f", "\n\n"))]
    is_wrapped = all(len(line) <= _LONGEST_WRAPPED for line in lines)
    has_gap = True
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        is_line = bool(line) and not _RULE.fullmatch(line)
        is_row = _ROW.search(line) is not None
        if is_line:
            is_marked = bool(_UNDERLINE.fullmatch(below)) or bool(_MARKED_HEADING.fullmatch(line))
            yield WrittenLine(line, is_bold=is_marked, has_gap=has_gap or is_marked, is_row=is_row)
        has_gap = not is_line or not is_wrapped
