"""The codes of links, invitations, pulses and voices, taken out of paths before anything logs them."""

from typing import TYPE_CHECKING

from app.maturity.text import LANGUAGES
from app.web.request import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class SecretPathMiddleware:
    """Takes the code out of a link's path before anything can log the path or show it."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
        """Pass a request on, with its code beside its path."""
        path = environ.get("PATH_INFO", "")
        address = next((each for each in language.SECRET_ADDRESSES if path.startswith(each)), None)
        if address:
            named, _, code = path.removeprefix(address).partition("/")
            environ["PATH_INFO"] = f"{address}{named}/" if named in LANGUAGES else address
            environ[language.CODE_FROM_PATH] = code
            # Replaced rather than removed: gunicorn reads one after each request, and logs if it is missing.
            for name in {"RAW_URI", "REQUEST_URI"} & environ.keys():
                environ[name] = environ["PATH_INFO"]
        return self._app(environ, start_response)
