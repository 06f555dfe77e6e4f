"""Addresses of static files, which change with the content, so that browsers may keep each for a year."""

from hashlib import sha256
from pathlib import Path

from flask import Flask

from app.translations.wording_cache import wording_cache

_FOLDER = Path(__file__).parents[1] / "static"


@wording_cache
def static(name: str) -> str:
    """Return the address of a static file, with the beginning of its SHA-256."""
    return f"/static/{name}?v={sha256((_FOLDER / name).read_bytes()).hexdigest()[:12]}"


def install(app: Flask) -> None:
    """Install ``static`` into the templates."""
    app.jinja_env.globals["static"] = static
