"""Limits on how often a minute something is done, from one network address and by all together.

A right code is never refused, so that nobody can lock others out by guessing: a code holds 140 random bits,
which no number of guesses finds. Only the load is limited. A window lasts a minute, and the first PDF of an
assessment in a minute does not count towards its address.
"""

import hmac
import ipaddress
import logging
import time
from dataclasses import dataclass

from flask import Flask, current_app, request
from limits import RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from app.web.request import request_log

_log = logging.getLogger("muster.limits")

# A window lasts no longer.
_SECONDS_TO_WAIT = 60
_SECONDS_WITHOUT_REDIS = 10


@dataclass(frozen=True, slots=True)
class Limit:
    """How often a minute something may be done from one network address, and by all together."""

    name: str
    per_client: int
    overall: int


# Codes that open nothing.
CODE = Limit("code", 20, 600)
BEGIN = Limit("begin", 300, 1200)
IMPORT = Limit("import", 10, 60)
# Policies to read.
POLICY = Limit("policy", 10, 60)
# PDFs to be checked, each of which is printed again.
VERIFICATION = Limit("verification", 10, 60)
# A whole office may share one address, and answer after one meeting.
PULSE = Limit("pulse", 300, 1200)
PDF = Limit("pdf", 20, 120)
# The first PDF of an assessment in a minute.
FIRST_PDF = Limit("first pdf", 240, 240)


class RateLimiter:
    """Counts in Redis if it is configured and can be reached, and else in this process."""

    def __init__(self, storage: str, secret: str) -> None:
        self._secret = secret.encode()
        self._own = MemoryStorage()
        self._shared = _redis(storage) if storage != "memory" else None
        self._shared_again = 0.0

    def hit(self, limit: Limit, address: str) -> bool:
        """Count one more, and return whether it is within the limit."""
        return self._hit(limit.per_client, limit.name, self._hidden(address)) and (
            self._hit(limit.overall, limit.name)
        )

    def is_first(self, limit: Limit, own: str) -> bool:
        """Return whether this is the first one of its name within a minute."""
        return self._hit(1, limit.name, "first", own)

    def forget(self) -> None:
        """Reset the counters of this process."""
        self._own.reset()

    def _hit(self, times: int, *names: str) -> bool:
        item = RateLimitItemPerMinute(times)
        if self._shared is not None and time.monotonic() >= self._shared_again:
            try:
                return FixedWindowRateLimiter(self._shared).hit(item, *names)
            except StorageError:
                self._shared_again = time.monotonic() + _SECONDS_WITHOUT_REDIS
                _log.warning("Redis cannot be reached: each process counts by itself for a while")
        return FixedWindowRateLimiter(self._own).hit(item, *names)

    def _hidden(self, address: str) -> str:
        """Return a name for an address that reveals nothing without the secret; for IPv6, of its network."""
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return "unknown"
        if parsed.version == 6:
            parsed = ipaddress.ip_network((parsed, 64), strict=False).network_address
        return hmac.digest(self._secret, parsed.packed, "sha256").hex()[:32]


def _redis(url: str) -> RedisStorage:
    return RedisStorage(url, wrap_exceptions=True, socket_connect_timeout=0.25, socket_timeout=0.25)


def hit(limit: Limit) -> None:
    """Count this request, or raise TooManyRequests."""
    if not _limits().hit(limit, request.remote_addr or ""):
        request_log.record_event("limited")
        raise TooManyRequests(retry_after=_SECONDS_TO_WAIT)


def hit_pdf_limit(id: str) -> None:
    """Count a PDF that this request builds, or raise TooManyRequests."""
    hit(FIRST_PDF if _limits().is_first(PDF, id) else PDF)


def _limits() -> RateLimiter:
    limiter: RateLimiter = current_app.extensions["muster-limits"]
    return limiter


def install(app: Flask, storage: str, secret: str) -> None:
    """Install the counters of an application."""
    app.extensions["muster-limits"] = RateLimiter(storage, secret)
