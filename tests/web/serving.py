"""The application as tests of the pages serve it."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from app import create_app
from app.config import Config
from app.maturity.clock import Clock, utc_now


@contextmanager
def serve(config: Config, clock: Clock = utc_now) -> Iterator[Flask]:
    """Serve with some settings until the block ends, with every failure raised."""
    app = create_app(config, clock)
    app.testing = True
    try:
        yield app
    finally:
        app.extensions["muster"].engine.dispose()
