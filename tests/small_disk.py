"""A small file system of a test’s own, and one without a free byte."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[bool]:
    """Mount one on a folder, and say whether that could be done: only root can, and not everywhere."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    words = [str(mount), "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    may = mount and umount and os.getuid() == 0
    done = bool(may) and not subprocess.run(words, check=False, capture_output=True).returncode  # noqa: S603  our own words
    try:
        yield done
    finally:
        if done:
            # Lazily: another process that looks at all file systems for a moment would make it fail.
            subprocess.run([str(umount), "--lazy", folder], check=True)  # noqa: S603  our own words


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Leave no byte free."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4_096)):
                pass
        except OSError:
            pass
    yield
    filler.unlink()
