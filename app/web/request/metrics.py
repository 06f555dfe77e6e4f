"""Figures for the operator in Prometheus' text format: requests, latency, saves, PDFs built, codes refused.

Each process writes its own, and the one that answers adds them up (``PROMETHEUS_MULTIPROC_DIR``).
"""

import os
from collections.abc import Iterable

from flask import Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

# A page costs milliseconds, a PDF tenths of a second, a locked database ten seconds.
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

# Events that are counted beside requests; each counter exists from the start, at 0.
EVENTS = ("saved", "pdf_built", "code_opened", "code_refused", "limited", "outage")


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        own = self._own = CollectorRegistry()
        answer, page = ("method", "route", "status"), ("route",)
        self._requests = Counter("muster_requests", "Answers", answer, registry=own)
        self._seconds = Histogram("muster_request_seconds", "Waits", page, buckets=_SECONDS, registry=own)
        self._events = Counter("muster_events", "What requests did", ("event",), registry=own)
        for event in EVENTS:
            self._events.labels(event)

    def count_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one response."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def count_events(self, noted: Iterable[str]) -> None:
        """Count the events of a request."""
        for event in noted:
            self._events.labels(event).inc()

    def page(self) -> Response:
        """Return the figures of all processes."""
        registry = self._own
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # ships it untyped
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
