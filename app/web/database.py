"""One database session per request, and the one place that commits: a view that succeeded is saved."""

from flask import Flask, Response, g, request
from sqlalchemy.orm import Session

from app.web.services import services

# 422 is a page with an error on it, whose valid answers are kept.
_COMMITTED = (422,)


def session() -> Session:
    """Give the request's session; one that may write takes the lock before it reads."""
    if "session" not in g:
        writes = request.method not in ("GET", "HEAD", "OPTIONS")
        g.session = (services().writing if writes else services().reading)()
    found: Session = g.session
    return found


def install(app: Flask) -> None:
    """Commit before the answer leaves if the view succeeded, and close in any case."""

    @app.after_request
    def commit(response: Response) -> Response:
        opened: Session | None = g.get("session")
        if opened is not None:
            if response.status_code < 400 or response.status_code in _COMMITTED:
                opened.commit()
            else:
                opened.rollback()
        return response

    @app.teardown_request
    def close(error: BaseException | None) -> None:
        opened: Session | None = g.pop("session", None)
        if opened is not None:
            opened.close()
