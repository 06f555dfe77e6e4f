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

# A thread that releases the interpreter for a query or a cipher waits to get it back: by default 5 ms while
# another thread computes, which is five times the cost of a page.
sys.setswitchinterval(0.0005)

# A faulty setting or questionnaire stops the start before any process serves.
preload_app = True
graceful_timeout = 30
timeout = 60

# TRUSTED_PROXIES alone decides which proxies are trusted.
forwarded_allow_ips = ""

# One line of JSON per request replaces the access log (app/web/request/json_log.py).
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

# The processes share their metrics in files of this folder.
_metrics_folder = tempfile.mkdtemp(prefix="muster-") if os.environ.get("METRICS") == "on" else ""
if _metrics_folder:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = _metrics_folder

# No control socket: nothing uses it, and it would need a home directory.
control_socket_disable = True


def post_worker_init(worker: object) -> None:
    """Start the purge and publication threads in a serving process: threads do not survive the fork."""
    from app.web.jobs.publish_peers import start_publishing
    from app.web.jobs.purge import start_purging

    # The bench also serves an empty application with these settings.
    if "muster" in worker.wsgi.extensions:
        start_purging(worker.wsgi)
        start_publishing(worker.wsgi)


def when_ready(server: object) -> None:
    """Freeze loaded objects, so that garbage collection skips them, and print the address."""
    gc.freeze()
    print(f"Muster serves http://{bind}", flush=True)  # noqa: T201  the one line that make run promises


def on_exit(server: object) -> None:
    """Delete the files of the metrics."""
    if _metrics_folder:
        shutil.rmtree(_metrics_folder, ignore_errors=True)
