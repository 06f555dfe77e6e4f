"""Print every figure: python -m bench; or those of one kind: documents, pages, peers, programme or api."""

import os
import platform
import sys

from bench import api, comparison, documents, pages, peers, programme


def main(kinds: list[str]) -> None:
    """Measure and print, the floor first."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    if "pages" in kinds:
        _pages()
    if "documents" in kinds:
        comparison.compare()
    if "peers" in kinds:
        _peers()
    if "programme" in kinds:
        programme.measure_programme()
    if "api" in kinds:
        _api()


def _pages() -> None:
    measured = pages.measure_pages()
    floor = measured[0][1].per_second
    for name, load in measured:
        waits = f"p50 {load.p50:6.2f} ms  p99 {load.p99:7.2f} ms"
        print(f"{name:24}{load.per_second:9.0f}/s  {waits}  ratio {load.per_second / floor:.2f}")
    print(f"\n{documents.FILES:,} files scored by the command line: {documents.scoring_seconds():.1f} s")
    for name, milliseconds in documents.document_milliseconds().items():
        print(f"{name:24}{milliseconds:9.2f} ms a document")


def _peers() -> None:
    print("\nPeers: view, contribution and naive count in ms; first and next publication, rebuild in s")
    for each in peers.measure_peers():
        quick = f"view {each.view:6.2f}  contribution {each.contribution:6.2f}  naive {each.naive:8.1f}"
        rare = f"first {each.first:6.2f}  next {each.next:6.2f}  rebuild {each.rebuild:6.2f}"
        print(f"{each.database:11}{each.n:>10,}  {quick}  {rare}", flush=True)


def _api() -> None:
    costs = api.measure_api()
    ratio = costs.requests / costs.command_line
    print(
        f"\n{documents.FILES:,} files scored, processor time: {costs.command_line:.1f} s by the command line"
    )
    print(f"{costs.requests:.1f} s by requests, ratio {ratio:.2f}; asked to wait {costs.asked_again} times")
    print(f"scorecard {costs.scorecard:.2f} ms through the API, {costs.page:.2f} ms its page")


main(sys.argv[1:] or ["pages", "documents", "peers", "programme", "api"])
