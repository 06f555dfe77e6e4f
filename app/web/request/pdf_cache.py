"""PDFs that were made, kept for who asks again: sealed, in the memory of one process, the latest only."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from weakref import WeakValueDictionary

from app.storage.sealing.pdf_keys import PdfKey

_FILES = 64
_BYTES = 16 * 1024 * 1024


class PdfCache:
    """Keeps files up to a number and a sum of bytes, and lets go first of what was not asked for longest.

    ``made`` counts the files that had to be made.
    """

    def __init__(self, files: int = _FILES, size: int = _BYTES) -> None:
        self.builds = 0
        self._files = files
        self._size = size
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = Lock()
        # A turn lives as long as somebody makes or awaits its file.
        self._turns: WeakValueDictionary[bytes, Lock] = WeakValueDictionary()

    def get_or_build(self, copy: PdfKey, make: Callable[[], bytes]) -> bytes:
        """Give a file, made if it is not kept; who asks while it is being made waits for it."""
        with self._lock:
            turn = self._turns.setdefault(copy.name, Lock())
        with turn:
            sealed = self._find(copy.name)
            if sealed is not None:
                return copy.unseal(sealed)
            content = make()
            self._keep(copy.name, copy.seal(content))
        return content

    def sealed_files(self) -> tuple[bytes, ...]:
        """List what lies in memory, the next to go first."""
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
