"""Histograms of contributions, updated with each change; snapshots are made from them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution, HistogramsByCell
from app.maturity.peers.histogram import Histogram
from app.storage.database.tables import HistogramRow
from app.storage.peers.edition import Edition, edition_of

_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
_KEY = ("version", "variant", "organisation_type", "size_band", "measure", "points")

_ALL = select(
    HistogramRow.organisation_type,
    HistogramRow.size_band,
    HistogramRow.measure,
    HistogramRow.points,
    HistogramRow.count,
).where(HistogramRow.version == bindparam("version"), HistogramRow.variant == bindparam("variant"))
_EVERY = select(*(getattr(HistogramRow, name) for name in _KEY), HistogramRow.count)
_EMPTY = delete(HistogramRow).where(
    HistogramRow.count == 0, *(getattr(HistogramRow, name) == bindparam(f"at_{name}") for name in _KEY)
)

HistogramKey = tuple[str, str, str, str, str, int]


def histogram_keys(contribution: Contribution | None) -> list[HistogramKey]:
    """Return the keys of the counts that a contribution is in; none without a contribution."""
    if contribution is None:
        return []
    cell = (contribution.cell.organisation_type, contribution.cell.size_band)
    prefix = (*edition_of(contribution), *cell)
    return [(*prefix, measure, points) for measure, points in contribution.scores.items()]


def update_counts(connection: Connection, before: Contribution | None, after: Contribution | None) -> None:
    """Update the counts for a contribution that was added, removed or replaced."""
    changed = Counter(histogram_keys(after))
    changed.subtract(histogram_keys(before))
    add(connection, {key: by for key, by in changed.items() if by})


def add(connection: Connection, changed: dict[HistogramKey, int]) -> None:
    """Add numbers to counts; negative ones subtract, and a count of zero is deleted."""
    if not changed:
        return
    statement = _INSERT[connection.dialect.name](HistogramRow)
    upsert = statement.on_conflict_do_update(
        index_elements=_KEY, set_={"count": HistogramRow.count + statement.excluded.count}
    )
    rows = [{**dict(zip(_KEY, key, strict=True)), "count": by} for key, by in sorted(changed.items())]
    connection.execute(upsert, rows)
    reduced = [key for key, by in changed.items() if by < 0]
    if reduced:
        names = [f"at_{name}" for name in _KEY]
        connection.execute(_EMPTY, [dict(zip(names, key, strict=True)) for key in reduced])


def rebuild(connection: Connection, contributions: Iterable[Contribution]) -> bool:
    """Recount all contributions, and return whether the stored counts were right."""
    counted = Counter(key for each in contributions for key in histogram_keys(each))
    stored = {tuple(row[:-1]): row[-1] for row in connection.execute(_EVERY)}
    if stored == counted:
        return True
    connection.execute(delete(HistogramRow))
    add(connection, counted)
    return False


def read(connection: Connection, edition: Edition) -> HistogramsByCell:
    """Return all histograms of an edition."""
    counts: dict[Cell, dict[str, dict[int, int]]] = {}
    rows = connection.execute(_ALL, edition._asdict())
    for organisation_type, size_band, measure, points, n in rows:
        measures = counts.setdefault(Cell(organisation_type, size_band), {})
        measures.setdefault(measure, {})[points] = n
    return {
        cell: {measure: Histogram(at) for measure, at in measures.items()}
        for cell, measures in counts.items()
    }
