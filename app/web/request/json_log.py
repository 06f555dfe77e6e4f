"""One line of JSON on standard error for whatever is logged, with nothing that tells who or what.

A failure is named by its kind and the lines of code that it passed. What it says, and what others say of it,
is left out: it may quote what somebody typed, or an address.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

from flask import g, has_request_context

# What a record carries beyond Python's own attributes, as log(..., extra={FIELDS: {...}}).
FIELDS = "muster"

# Loggers of our own modules, whose sentences name nobody. Flask logs under "app" itself.
_OURS = ("app.", "muster.")

# Made once: json.dumps would make it anew for each line.
_JSON = json.JSONEncoder(ensure_ascii=True, default=str)


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON, its time in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            said = record.getMessage() if record.name.startswith(_OURS) else "failure"
            line |= {"message": said, "failure": kind.__name__, "at": _places(trace)}
        else:
            # gunicorn quotes the address and the beginning of a request that it cannot read.
            line["message"] = record.getMessage().partition(" from ip=")[0]
        if has_request_context() and "reference" in g:
            line["request"] = g.reference
        return _JSON.encode(line | getattr(record, FIELDS, {}))


def _places(trace: object) -> list[str]:
    frames = traceback.extract_tb(trace)  # type: ignore[arg-type]  # what exc_info holds
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def configure_logging() -> None:
    """Write everything that is logged in this process there, and nowhere else."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().handlers = [handler]
    logging.getLogger("muster").setLevel(logging.INFO)
