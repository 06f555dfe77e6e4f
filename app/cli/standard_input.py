"""What a command reads from standard input: a code, which no argument may hold, as other users see those."""

import sys
from getpass import getpass


def read_code() -> str:
    """Return the code on the first line, or typed unseen on a terminal."""
    return getpass("Code: ", stream=sys.stderr) if sys.stdin.isatty() else sys.stdin.readline()
