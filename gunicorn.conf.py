"""The server's settings: two processes of four threads, one address, and no access log."""

import gc
import os
import shutil
import sys
import tempfile

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

# Which proxies are believed is TRUSTED_PROXIES alone.
forwarded_allow_ips = ""

# Our own line of JSON for each request in place of an access log (app/web/request/json_log.py).
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "app.web.request.json_log.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"level": "WARNING", "handlers": ["stderr"]},
    "loggers": {
        "gunicorn.error": {"level": "INFO", "handlers": [], "propagate": True},
        "gunicorn.access": {"level": "WARNING", "handlers": []},
        "muster": {"level": "INFO"},
    },
}

# The processes add up their figures in files there.
_figures = tempfile.mkdtemp(prefix="muster-") if os.environ.get("METRICS") == "on" else ""
if _figures:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = _figures

# No control socket: nothing of ours speaks to it, and it would need a home directory.
control_socket_disable = True


def post_worker_init(worker: object) -> None:
    """Begin to purge and to publish, in the process that serves: a thread does not survive the fork."""
    from app.web.jobs.publish_peers import start_publishing
    from app.web.jobs.purge import start_purging

    # The bench serves its bare floor with these settings too.
    if "muster" in worker.wsgi.extensions:
        start_purging(worker.wsgi)
        start_publishing(worker.wsgi)


def when_ready(server: object) -> None:
    """Set aside what was loaded, which no collection of garbage need walk through again; tell the address."""
    gc.freeze()
    print(f"Muster serves http://{bind}", flush=True)  # noqa: T201  the one line that make run promises


def on_exit(server: object) -> None:
    """Leave no file of figures behind."""
    if _figures:
        shutil.rmtree(_figures, ignore_errors=True)
