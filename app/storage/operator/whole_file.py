"""Files that are whole or not there: written under a name of their own, and moved into place at the end."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PRIVATE, PUBLIC = 0o600, 0o666


@contextmanager
def create(path: Path) -> Iterator[Path]:
    """Yield an empty file beside a path that takes its place when the block ends; only its owner may read it.

    Two that create the same file at once write two files, of which one gets the name. Raises FileExistsError
    before the block or after it, and OSError; then nothing is left beside the path.
    """
    if os.path.lexists(path):
        raise FileExistsError
    with _beside(path, PRIVATE) as draft:
        # Whatever the umask; drives without such modes refuse, and there the mount decides.
        with suppress(PermissionError):
            draft.chmod(PRIVATE)
        yield draft
        _make_durable(draft)
        # The name is taken first, because moving a file replaces what has the name. Not by a hard link,
        # which FAT and some network drives lack.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE))
        _move(draft, path)


def replace(path: Path, content: bytes) -> None:
    """Write a file, in place of an existing one with its mode; an OSError leaves what was there.

    What is not a file, such as ``/dev/stdout``, is written to directly.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    # A link stays, and the file that it names is replaced.
    target = Path(os.path.realpath(path))
    with _beside(target, PUBLIC) as draft:
        with suppress(FileNotFoundError):
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.write_bytes(content)
        _make_durable(draft)
        draft.replace(target)


@contextmanager
def _beside(path: Path, mode: int) -> Iterator[Path]:
    draft = path.with_name(f".muster-{secrets.token_hex(8)}.part")
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _move(draft: Path, path: Path) -> None:
    try:
        draft.replace(path)
    except OSError:
        path.unlink()
        raise
    # Some network drives refuse this; the file is whole there too.
    with suppress(OSError):
        _make_durable(path.parent)


def _make_durable(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
