"""The turn to read a policy: one long document at a time in each process of the server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

RETRY_SECONDS = 30
# Fewer characters are read and matched in about a second, beside other documents.
SHORT_TEXT = 100_000

_turn = threading.Lock()


class ReaderBusyError(Exception):
    """Another document is being read; ask again after ``RETRY_SECONDS``."""


@contextmanager
def reading_turn() -> Iterator[None]:
    """Hold the turn while a document is read and matched, so that pages have time in between.

    Raises ReaderBusyError at once if another document has it.
    """
    if not _turn.acquire(blocking=False):
        raise ReaderBusyError
    try:
        yield
    finally:
        _turn.release()
