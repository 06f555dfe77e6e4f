"""The database connections of a request, and the one place that commits what a successful view saved."""

from flask import Flask, Response, g, make_response
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.storage.database.outage import OUTAGES
from app.web.request import request_log
from app.web.request.services import services

# 422 is a page with a problem on it, whose valid answers are stored.
_COMMITTED = (422,)


def reading() -> Connection:
    """Return the request's connection for reading, which never waits for a writer."""
    if "reading" not in g:
        g.reading = services().reading.connect()
    connection: Connection = g.reading
    return connection


def release() -> None:
    """End the request’s reading before long work: a deletion waits until nobody reads what it deletes."""
    _close("reading")


def writing() -> Connection:
    """Return the request's connection for writing; SQLite has one writer at a time: views ask for it last."""
    if "writing" not in g:
        _close("reading")
        g.writing = services().writing.connect()
    connection: Connection = g.writing
    return connection


def present() -> Connection:
    """Return the connection with which the request writes, or else the one for reading."""
    return writing() if "writing" in g else reading()


def install(app: Flask) -> None:
    """Commit before the response is sent if the view succeeded, and close the connections in any case."""

    @app.after_request
    def commit(response: Response) -> Response:
        opened: Connection | None = g.get("writing")
        if opened is not None:
            # A view may have read again since it wrote; a deletion would wait for that as for other readers.
            _close("reading")
            if response.status_code < 400 or response.status_code in _COMMITTED:
                try:
                    opened.commit()
                    request_log.record_event("saved")
                except OUTAGES as error:
                    # Otherwise the pool would lend the open transaction to the next request.
                    opened.rollback()
                    response = make_response(app.handle_user_exception(error))
            _close("writing")
        return response

    @app.teardown_request
    def close(error: BaseException | None) -> None:
        _close("writing")
        _close("reading")


def _close(name: str) -> None:
    opened: Connection | None = g.pop(name, None)
    if opened is not None:
        try:
            opened.close()
        except SQLAlchemyError:
            # A broken connection cannot be rolled back and must not be used again. If it broke on its way
            # back to the pool, it is closed already and the pool has dropped it.
            if not opened.closed:
                opened.invalidate()
