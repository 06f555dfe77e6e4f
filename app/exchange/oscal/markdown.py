"""Plain text as the Markdown of OSCAL: whatever was typed is shown as it was typed, and nothing is markup."""

import re

# OSCAL reads CommonMark with tables, ^superscript^, ~subscript~ and {{ inserted values }}.
_MARKS = re.compile(r"[\\`*_{}\[\]<>~^|$&]")
# A heading, a list, a rule or the line under a heading, at the beginning of a line.
_BEGINS_A_BLOCK = re.compile(r"[#+=-]")
# A mark of byte order counts as a blank for some readers of the schema’s patterns, and not for Python.
_ENDS = re.compile(r"\A[\s\ufeff]+|[\s\ufeff]+\Z")
_BEGINS_A_NUMBERED_LIST = re.compile(r"(\d+)([.)])")


def escape_text(text: str) -> str:
    """Return a text as Markdown in which each line that is not empty is a paragraph."""
    return "\n\n".join(escape_line(line) for line in text.splitlines() if _trimmed(line))


def escape_line(text: str) -> str:
    """Return a text as Markdown on one line; each line end becomes a space."""
    line = _MARKS.sub(r"\\\g<0>", _trimmed(" ".join(text.splitlines())))
    if _BEGINS_A_BLOCK.match(line):
        return f"\\{line}"
    return _BEGINS_A_NUMBERED_LIST.sub(r"\1\\\2", line, count=1) if line[:1].isdigit() else line


def one_line(text: str) -> str:
    """Return a text as the string of a property: on one line, without blanks at its ends."""
    return _trimmed(" ".join(text.splitlines()))


def _trimmed(text: str) -> str:
    return _ENDS.sub("", text)
