"""Print every figure: python -m bench; or those of one kind: python -m bench documents, or pages."""

import os
import platform
import sys

from bench import comparison, documents, pages


def main(kinds: list[str]) -> None:
    """Measure and print, the floor first."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    if "pages" in kinds:
        _pages()
    if "documents" in kinds:
        comparison.compare()


def _pages() -> None:
    measured = pages.figures()
    floor = measured[0][1].per_second
    for name, load in measured:
        waits = f"p50 {load.p50:6.2f} ms  p99 {load.p99:7.2f} ms"
        print(f"{name:24}{load.per_second:9.0f}/s  {waits}  ratio {load.per_second / floor:.2f}")
    print(f"\n{documents.FILES:,} files scored by the command line: {documents.scoring_seconds():.1f} s")
    for name, milliseconds in documents.document_milliseconds().items():
        print(f"{name:24}{milliseconds:9.2f} ms a document")


main(sys.argv[1:] or ["pages", "documents"])
