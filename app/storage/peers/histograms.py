"""Histograms of contributions, kept up as they come and go: what a snapshot is made of."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution, HistogramsByCell
from app.maturity.peers.histogram import Histogram
from app.storage.database.tables import HistogramRow

_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
_KEY = ("version", "variant", "organisation_type", "size_band", "measure", "points")

_ALL = select(
    HistogramRow.organisation_type,
    HistogramRow.size_band,
    HistogramRow.measure,
    HistogramRow.points,
    HistogramRow.count,
).where(HistogramRow.version == bindparam("version"), HistogramRow.variant == bindparam("variant"))
_KEPT = select(*(getattr(HistogramRow, name) for name in _KEY), HistogramRow.count)
_EMPTY = delete(HistogramRow).where(
    HistogramRow.count == 0, *(getattr(HistogramRow, name) == bindparam(f"at_{name}") for name in _KEY)
)

HistogramKey = tuple[str, str, str, str, str, int]


def histogram_keys(contribution: Contribution | None) -> list[HistogramKey]:
    """Name the counts that a contribution is in."""
    if contribution is None:
        return []
    cell = (contribution.cell.organisation_type, contribution.cell.size_band)
    where = (contribution.version, contribution.variant, *cell)
    return [(*where, measure, points) for measure, points in contribution.scores.items()]


def update_counts(connection: Connection, before: Contribution | None, after: Contribution | None) -> None:
    """Count a contribution that came, left, or replaces another."""
    changed = Counter(histogram_keys(after))
    changed.subtract(histogram_keys(before))
    add(connection, {place: by for place, by in changed.items() if by})


def add(connection: Connection, changed: dict[HistogramKey, int]) -> None:
    """Add to counts, or subtract."""
    if not changed:
        return
    statement = _INSERT[connection.dialect.name](HistogramRow)
    upsert = statement.on_conflict_do_update(
        index_elements=_KEY, set_={"count": HistogramRow.count + statement.excluded.count}
    )
    rows = [{**dict(zip(_KEY, place, strict=True)), "count": by} for place, by in sorted(changed.items())]
    connection.execute(upsert, rows)
    lessened = [place for place, by in changed.items() if by < 0]
    if lessened:
        keys = [f"at_{name}" for name in _KEY]
        connection.execute(_EMPTY, [dict(zip(keys, place, strict=True)) for place in lessened])


def rebuild(connection: Connection, contributions: Iterable[Contribution]) -> bool:
    """Count all contributions anew; False if the counts that were kept were others."""
    found = Counter(place for each in contributions for place in histogram_keys(each))
    kept = {tuple(row[:-1]): row[-1] for row in connection.execute(_KEPT)}
    if kept == found:
        return True
    connection.execute(delete(HistogramRow))
    add(connection, found)
    return False


def read(connection: Connection, version: str, variant: str) -> HistogramsByCell:
    """Read all histograms of a version and variant."""
    counts: dict[Cell, dict[str, dict[int, int]]] = {}
    asked = {"version": version, "variant": variant}
    for organisation_type, size_band, measure, points, n in connection.execute(_ALL, asked):
        measures = counts.setdefault(Cell(organisation_type, size_band), {})
        measures.setdefault(measure, {})[points] = n
    return {
        cell: {measure: Histogram(at) for measure, at in measures.items()}
        for cell, measures in counts.items()
    }
