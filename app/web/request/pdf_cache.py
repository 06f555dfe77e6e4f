"""A cache of built PDFs in the memory of one process: sealed, and limited to the latest."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from weakref import WeakValueDictionary

from app.storage.sealing.pdf_keys import PdfKey

_FILES = 64
_BYTES = 16 * 1024 * 1024


class PdfCache:
    """Keeps sealed files up to a number and a sum of bytes, and drops the least recently used first.

    The key of a file comes with each request and is not kept. ``builds`` counts the files that were built.
    """

    def __init__(self, files: int = _FILES, size: int = _BYTES) -> None:
        self.builds = 0
        self._files = files
        self._size = size
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = Lock()
        # A lock lives as long as a request builds its file or waits for it.
        self._turns: WeakValueDictionary[bytes, Lock] = WeakValueDictionary()

    def get_or_build(self, copy: PdfKey, build: Callable[[], bytes]) -> bytes:
        """Return a file, built if it is not kept; other requests for it wait while it is built."""
        with self._lock:
            turn = self._turns.setdefault(copy.name, Lock())
        with turn:
            sealed = self._find(copy.name)
            if sealed is not None:
                return copy.unseal(sealed)
            content = build()
            self._keep(copy.name, copy.seal(content))
        return content

    def sealed_files(self) -> tuple[bytes, ...]:
        """Return the sealed files in memory, the least recently used first."""
        with self._lock:
            return tuple(self._kept.values())

    def _find(self, name: bytes) -> bytes | None:
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def _keep(self, name: bytes, sealed: bytes) -> None:
        with self._lock:
            self.builds += 1
            self._kept[name] = sealed
            while len(self._kept) > self._files or sum(map(len, self._kept.values())) > self._size:
                self._kept.popitem(last=False)
