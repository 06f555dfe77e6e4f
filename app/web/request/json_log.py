"""The log: one line of JSON on standard error for each record, without any personal data.

A failure is named by its class and the lines of code that it passed. Its message is left out, because it may
quote an address or what somebody typed.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

from flask import g, has_request_context

# The attribute for further fields of a record: log(..., extra={FIELDS: {...}}).
FIELDS = "muster"

# Loggers of this service, whose messages hold no personal data. Flask itself logs under "app".
_OWN_LOGGERS = ("app.", "muster.")

# Built once: json.dumps would build an encoder for each line.
_JSON = json.JSONEncoder(ensure_ascii=True, default=str)


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON, with its time in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            message = record.getMessage() if record.name.startswith(_OWN_LOGGERS) else "failure"
            line |= {"message": message, "failure": kind.__name__, "at": _places(trace)}
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
    """Write everything that this process logs to standard error, and nowhere else."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().handlers = [handler]
    logging.getLogger("muster").setLevel(logging.INFO)
