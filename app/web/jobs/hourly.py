"""Jobs that the server process does once an hour while it runs."""

import threading
from collections.abc import Callable

_SECONDS_BETWEEN = 3600


def run_hourly(name: str, job: Callable[[], None]) -> None:
    """Run a job now and every hour, in a thread of its own that ends with its process."""
    threading.Thread(target=_repeat, args=(job,), name=name, daemon=True).start()


def _repeat(job: Callable[[], None]) -> None:
    never = threading.Event()
    while True:
        job()
        never.wait(_SECONDS_BETWEEN)
