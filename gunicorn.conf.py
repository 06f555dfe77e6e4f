"""The server's settings: two processes of four threads, one address, and no access log."""

import os
import sys

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = 2
threads = 4
worker_class = "gthread"

# A thread that lets go of the interpreter for a query or a cipher waits for it to come back: by default 5 ms
# where another thread computes, which is five times what a page costs.
sys.setswitchinterval(0.0005)

# A faulty setting or questionnaire ends the start before any process answers.
preload_app = True
graceful_timeout = 30
timeout = 60

# No control socket: nothing of ours speaks to it, and it would need a home directory.
control_socket_disable = True


def post_worker_init(worker: object) -> None:
    """Begin to purge, in the process that serves: a thread does not survive the fork."""
    from app.web.retention import keep_purging

    keep_purging(worker.wsgi)


def when_ready(server: object) -> None:
    """Tell the address."""
    print(f"Muster serves http://{bind}", flush=True)  # noqa: T201  the one line that make run promises
