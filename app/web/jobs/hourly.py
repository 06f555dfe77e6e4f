"""Jobs that the server process does once an hour while it runs."""

import logging
import threading
from collections.abc import Callable

_SECONDS_BETWEEN = 3600


class WaitingNotice:
    """Log that a job waits: once, until it has gone on."""

    def __init__(self, log: logging.Logger) -> None:
        self._log = log
        self._is_waiting = False

    def update(self, sentence: str | None) -> None:
        """Log why the job waits if that is new; None if it goes on."""
        if sentence is not None and not self._is_waiting:
            self._log.error(sentence)
        self._is_waiting = sentence is not None


def run_hourly(name: str, job: Callable[[], None]) -> None:
    """Run a job now and every hour, in a thread of its own that ends with its process."""
    threading.Thread(target=_repeat, args=(job,), name=name, daemon=True).start()


def _repeat(job: Callable[[], None]) -> None:
    never = threading.Event()
    while True:
        job()
        never.wait(_SECONDS_BETWEEN)
