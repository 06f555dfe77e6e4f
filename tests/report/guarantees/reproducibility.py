"""Equal bytes in every environment: in other processes, and in many threads at once."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from itertools import cycle, islice, product
from pathlib import Path

from app.config import ROOT
from app.maturity.text import LANGUAGES
from tests.report.renderers import RENDERERS, render_with_files
from tests.report.sample import sample

# Two environments of a process with as little in common as possible.
MACHINES: dict[str, dict[str, str]] = {
    "in the East, without Unicode": {
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "in the West, in another year": {
        "PYTHONHASHSEED": "4294967295",
        "TZ": "America/St_Johns",
        "LC_ALL": "C.UTF-8",
        "LANG": "fr_FR.UTF-8",
        "LANGUAGE": "fr",
        "SOURCE_DATE_EPOCH": "1234567890",
    },
}
_MAKE = "import sys; from tests.report.guarantees.reproducibility import sums; print(*sums(int(sys.argv[1])))"
_SWITCH = 1e-5


def sums(count: int) -> list[str]:
    """Return the SHA-256 of every document of a sample of assessments."""
    return [sha256(content).hexdigest() for content in _documents(count).values()]


def sums_elsewhere(count: int, machine: Mapping[str, str], folder: Path) -> list[str]:
    """Return the SHA-256 of the same documents, built by another process in another folder."""
    run = subprocess.run(  # noqa: S603  # our own interpreter and words
        [sys.executable, "-c", _MAKE, str(count)],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **machine},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split()


def spoilt_in_threads(count: int, threads: int, documents: int) -> list[str]:
    """Return the names of the documents whose bytes differ when many threads build them at once."""
    alone = _documents(count)
    scorecards = {case.name: case.scorecard for case in sample(count)}

    def again(name: tuple[str, str, str]) -> bytes:
        kind, case, language = name
        return render_with_files(kind, scorecards[case], "fr" if language == "fr" else "en")

    names = list(islice(cycle(alone), documents))
    with _switching(), ThreadPoolExecutor(threads) as pool:
        together = list(pool.map(again, names))
    return [str(name) for name, content in zip(names, together, strict=True) if content != alone[name]]


def _documents(count: int) -> dict[tuple[str, str, str], bytes]:
    return {
        (kind, case.name, language): render_with_files(kind, case.scorecard, language)
        for case, language, kind in product(sample(count), LANGUAGES, RENDERERS)
    }


@contextmanager
def _switching() -> Iterator[None]:
    """Switch between threads more often than by default."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
