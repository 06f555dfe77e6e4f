"""The checks that take too long for every run of the tests: ``make proof``.

veraPDF checks every document of 240 assessments in both languages against PDF/UA-1 and PDF/A-3a; their
reading order is checked too. Other processes, and sixteen threads at once, must build the same bytes.
"""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from app.maturity.text import LANGUAGES
from tests.report.documents import reader
from tests.report.guarantees.reading_order import faults
from tests.report.guarantees.reproducibility import MACHINES, spoilt_in_threads, sums, sums_elsewhere
from tests.report.renderers import RENDERERS, render_with_files
from tests.report.sample import sample
from tests.report.verapdf.checking import missing_program, verdicts

_ASSESSMENTS = 240
_BATCHES = 24
_IN_PROCESSES = 16
_IN_THREADS = 12
_THREADS = 16
_DOCUMENTS = 500


@dataclass(frozen=True, slots=True)
class _Held:
    """The faults of one document: against the standards and in its reading order."""

    name: str
    pages: int
    assertions: int
    faults: tuple[str, ...]


def _held(batch: int) -> list[_Held]:
    documents = {
        f"{kind} {language}, {case.name}": render_with_files(kind, case.scorecard, language)
        for case, kind, language in product(sample(_ASSESSMENTS)[batch::_BATCHES], RENDERERS, LANGUAGES)
    }
    found = verdicts(documents)
    return [
        _Held(
            name,
            len(reader(content).pages),
            found[name].assertions,
            (*sorted(found[name].broken), *faults(content, in_columns=name.startswith(("board", "pack")))),
        )
        for name, content in documents.items()
    ]


def _validity() -> Iterator[str]:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        held = [each for batch in pool.map(_held, range(_BATCHES)) for each in batch]
    pages, assertions = sum(each.pages for each in held), sum(each.assertions for each in held)
    longest = max(each.pages for each in held)
    click.echo(
        f"{len(held)} documents of {_ASSESSMENTS} assessments, {pages:,} pages, the longest of {longest}:"
        f" {assertions:,} assertions of PDF/UA-1 and PDF/A-3a."
    )
    for each in held:
        yield from (f"{each.name}: {fault}" for fault in each.faults)


def _identity() -> Iterator[str]:
    here = sums(_IN_PROCESSES)
    with TemporaryDirectory() as folder:
        for name, machine in MACHINES.items():
            there = sums_elsewhere(_IN_PROCESSES, machine, Path(folder))
            click.echo(f"{len(there)} documents made by a process {name}.")
            if here != there:
                yield f"A process {name} makes other bytes."
    spoilt = spoilt_in_threads(_IN_THREADS, _THREADS, _DOCUMENTS)
    click.echo(f"{_DOCUMENTS} documents made by {_THREADS} threads at once.")
    yield from (f"{name}: other bytes in threads" for name in spoilt)


def main() -> None:
    """Print what was checked; print faults to standard error and exit with 1 if there are any."""
    if lack := missing_program():
        sys.exit(f"Nothing was proved: {lack}")
    found = [*_validity(), *_identity()]
    for fault in found:
        click.echo(fault, err=True)
    click.echo(f"{len(found)} faults.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
