"""The fixtures of the pages, and PostgreSQL servers that a test may stop, kill and fill."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests import postgresql
from tests.postgresql import Cluster
from tests.web.conftest import app, respondent

__all__ = ["app", "respondent"]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Run a server of the file's own, for nobody else must be stopped with it."""
    with _running(Cluster()) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def durable() -> Iterator[Cluster]:
    """Run one that writes to the disk what it acknowledges."""
    with _running(Cluster(hasty=False)) as cluster:
        yield cluster


@contextmanager
def _running(cluster: Cluster) -> Iterator[Cluster]:
    if not postgresql.programs():
        assert not os.environ.get("CI"), postgresql.MISSING
        pytest.skip(postgresql.MISSING)
    try:
        cluster.create()
        yield cluster
    finally:
        cluster.remove()
