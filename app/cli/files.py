"""Files that the commands read and write; a failure is one sentence with the file's name."""

from pathlib import Path

from app.cli.errors import InputError
from app.maturity.clean_text import escape_unprintable
from app.storage.operator import whole_file


def printable_name(file: Path) -> str:
    """Return a file's name on one line, without control characters and never cut short."""
    return escape_unprintable(str(file))


def read_bytes(file: Path, limit: int) -> bytes:
    """Return a file's first ``limit`` bytes, or raise InputError."""
    try:
        with file.open("rb") as opened:
            return opened.read(limit)
    except OSError as error:
        raise InputError(f"{printable_name(file)}: The file cannot be read: {error.strerror}.") from None


def write_bytes(file: Path, content: bytes) -> None:
    """Write a file whole, in place of an existing one, or raise InputError and leave what was there."""
    try:
        whole_file.replace(file, content)
    except OSError as error:
        raise InputError(f"{printable_name(file)}: The file cannot be written: {error.strerror}.") from None
