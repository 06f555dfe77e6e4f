"""The published cohorts as files for a sector body, with the same figures as the pages."""

import csv
import io
from collections.abc import Iterable, Iterator

from app.exchange import canonical_json
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.contribution import measure_order
from app.maturity.peers.rules import (
    HIGHEST_PUBLISHED,
    LOWEST_PUBLISHED,
    MINIMUM_COHORT,
    MINIMUM_NEARBY,
    NEARBY_POINTS,
)
from app.maturity.peers.snapshot import CohortFigures, Snapshot
from app.maturity.score import COUNT_STEP

FORMAT, FORMAT_VERSION = "muster-peers", 1
COLUMNS = (
    *("version", "variant", "month", "organisation_type", "size_band", "measure"),
    *("contributions", "lower_quartile", "median", "upper_quartile"),
)
NOTES = (
    f"Contributions are rounded down to a multiple of {COUNT_STEP}, values to the nearest.",
    f"{LOWEST_PUBLISHED} stands for {LOWEST_PUBLISHED} or less, "
    f"{HIGHEST_PUBLISHED} for {HIGHEST_PUBLISHED} or more.",
    f"A value is left out where fewer than {MINIMUM_NEARBY} contributions lie "
    f"within {NEARBY_POINTS} points of it.",
    f"A cohort of fewer than {MINIMUM_COHORT} is left out, and so is one that would tell of such a cohort.",
    "All cohorts of a version and variant are published together, as of the month.",
)


def write_csv(snapshots: Iterable[Snapshot]) -> bytes:
    """Write one row for each cohort and measure; the end values are written as ``<=10`` and ``>=90``."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for snapshot, cohort, measure, figures in _lines(snapshots):
        values = (_csv_value(value) for value in (figures.lower, figures.median, figures.upper))
        kind = (cohort.organisation_type or "all", cohort.size_band or "all")
        rows.writerow(
            (snapshot.version, snapshot.variant, snapshot.month, *kind, measure, figures.n, *values)
        )
    return text.getvalue().encode()


def write_json(snapshots: Iterable[Snapshot]) -> bytes:
    """Write the same figures as JSON, with notes on how to read them; a withheld value is null."""
    cohorts = [
        {
            "version": snapshot.version,
            "variant": snapshot.variant,
            "month": snapshot.month,
            "organisation_type": cohort.organisation_type or None,
            "size_band": cohort.size_band or None,
            "measure": measure,
            "contributions": figures.n,
            "lower_quartile": figures.lower,
            "median": figures.median,
            "upper_quartile": figures.upper,
        }
        for snapshot, cohort, measure, figures in _lines(snapshots)
    ]
    content = {"format": FORMAT, "format_version": FORMAT_VERSION, "notes": NOTES, "cohorts": cohorts}
    return canonical_json.write(content)


def _lines(snapshots: Iterable[Snapshot]) -> Iterator[tuple[Snapshot, Cohort, str, CohortFigures]]:
    for snapshot in snapshots:
        for cohort, measures in sorted(snapshot.figures.items()):
            for measure, figures in sorted(measures.items(), key=lambda each: measure_order(each[0])):
                yield snapshot, cohort, measure, figures


def _csv_value(value: int | None) -> str:
    marks = {LOWEST_PUBLISHED: "<=", HIGHEST_PUBLISHED: ">="}
    return "" if value is None else f"{marks.get(value, '')}{value}"
