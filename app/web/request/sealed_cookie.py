"""The browser's cookie: encrypted with the server's key, and emptied after an idle time.

It holds the codes of the assessments that are open in this browser. A stolen cookie reveals nothing without
the server's key, and a stolen key reveals nothing without the cookie.
"""

import base64
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from app.maturity.clock import Clock

# Minutes without activity after which a browser is signed out; the person chooses when opening an assessment.
SHORT_IDLE_MINUTES, LONG_IDLE_MINUTES = 60, 600

# However busy it is, a browser is signed out a day after the first code was entered.
_LONGEST_SECONDS = 24 * 60 * 60

# Which pulses were answered in this browser: opens nothing, and is kept until the browser ends.
ANSWERED = "answered"

_WITHOUT_COOKIE = "/api/"

# A fresh cookie with every answer would cost more than the page; the idle time is precise to a minute.
_RENEWED_AFTER_SECONDS = 60


class SealedSession(CallbackDict[str, Any], SessionMixin):
    """What the cookie holds."""

    def __init__(self, initial: dict[str, Any] | None = None, *, stale: bool = False) -> None:
        def changed(session: "SealedSession") -> None:
            session.modified = True

        super().__init__(initial, changed)
        self.modified = False
        self.stale = stale


class SealedSessionInterface(SessionInterface):
    """Seals the session into the cookie, and opens it if it is genuine and not idle for too long."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._clock = clock
        derived = HKDF(SHA256(), length=32, salt=None, info=b"muster cookie 1").derive(secret.encode())
        self._fernet = Fernet(base64.urlsafe_b64encode(derived))

    def open_session(self, app: Flask, request: Request) -> SealedSession:
        """Return the session of the cookie: empty if it is not genuine, without codes if it was idle."""
        cookie = request.cookies.get(self.get_cookie_name(app), "")
        # A page of another site could make a browser send its cookie; a program sends the code itself.
        if not cookie or request.path.startswith(_WITHOUT_COOKIE):
            return SealedSession()
        try:
            content = json.loads(self._fernet.decrypt(cookie))
            now = self._clock().timestamp()
            # Its time is in the eight bytes after the first; decrypt has verified it, which costs the most.
            age = now - int.from_bytes(base64.urlsafe_b64decode(cookie)[1:9], "big")
        except (InvalidToken, ValueError):
            return SealedSession()
        if (
            age > 60 * content.get("idle", SHORT_IDLE_MINUTES)
            or now - content.get("since", now) > _LONGEST_SECONDS
        ):
            left = {name: content[name] for name in (ANSWERED,) if name in content}
            return SealedSession(left, stale=bool(left))
        return SealedSession(content, stale=age > _RENEWED_AFTER_SECONDS)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie if its content changed or it is old, and delete it if nothing is left."""
        assert isinstance(session, SealedSession)  # noqa: S101  Flask hands back what open_session gave
        name, path = self.get_cookie_name(app), self.get_cookie_path(app)
        secure = self.get_cookie_secure(app)
        if session.modified and not session:
            response.delete_cookie(name, path=path, secure=secure, httponly=True, samesite="Lax")
        elif session.modified or session.stale:
            content = json.dumps(dict(session), separators=(",", ":")).encode()
            sealed = self._fernet.encrypt_at_time(content, int(self._clock().timestamp()))
            response.set_cookie(
                name, sealed.decode(), path=path, secure=secure, httponly=True, samesite="Lax"
            )
        response.vary.add("Cookie")
