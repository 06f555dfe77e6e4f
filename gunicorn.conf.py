"""The server's settings: two processes of four threads, one address, and no access log."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = 2
threads = 4
worker_class = "gthread"

# A faulty setting or questionnaire ends the start before any process answers.
preload_app = True
graceful_timeout = 30
timeout = 60

# No control socket: nothing of ours speaks to it, and it would need a home directory.
control_socket_disable = True


def when_ready(server: object) -> None:
    """Tell the address."""
    print(f"Muster serves http://{bind}", flush=True)  # noqa: T201  the one line that make run promises
