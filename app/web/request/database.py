"""The request's database connections, and the one place that commits: a view that succeeded is saved."""

from flask import Flask, Response, g, make_response
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.storage.database.outage import OUTAGES
from app.web.request import request_log
from app.web.request.services import services

# 422 is a page with an error on it, whose valid answers are kept.
_COMMITTED = (422,)


def reading() -> Connection:
    """Give the connection that reads; it never waits for a writer."""
    if "reading" not in g:
        g.reading = services().reading.connect()
    found: Connection = g.reading
    return found


def writing() -> Connection:
    """Give the connection that writes; it holds up SQLite's other writers, so views ask for it last."""
    if "writing" not in g:
        _close("reading")
        g.writing = services().writing.connect()
    found: Connection = g.writing
    return found


def install(app: Flask) -> None:
    """Commit before the answer leaves if the view succeeded, and close in any case."""

    @app.after_request
    def commit(response: Response) -> Response:
        opened: Connection | None = g.get("writing")
        if opened is not None:
            if response.status_code < 400 or response.status_code in _COMMITTED:
                try:
                    opened.commit()
                    request_log.record_event("saved")
                except OUTAGES as error:
                    # Else the pool takes it for ended, and the next request finds it in the middle.
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
            # Neither can a connection that broke be rolled back, nor may it be used again; one that broke
            # on its way back to the pool is closed, and the pool has thrown it away.
            if not opened.closed:
                opened.invalidate()
