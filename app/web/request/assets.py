"""Addresses of the page's own files, which change with their content and may therefore be kept for a year."""

from hashlib import sha256
from pathlib import Path

from flask import Flask

from app.translations.wording_cache import wording_cache

_FOLDER = Path(__file__).parents[1] / "static"


@wording_cache
def static(name: str) -> str:
    """Give the address of a file of ours, with the beginning of its SHA-256."""
    return f"/static/{name}?v={sha256((_FOLDER / name).read_bytes()).hexdigest()[:12]}"


def install(app: Flask) -> None:
    """Give every template the addresses of our files."""
    app.jinja_env.globals["static"] = static
