"""Practices that build on themselves, directly or through others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.catalogue.faults import Fault
from app.catalogue.notes import IdReference


def find_circles(requirements: Iterable[IdReference]) -> Iterator[Fault]:
    """Yield one fault for each circle of ``builds_on``, at the first reference that leads into it."""
    required: dict[str, list[str]] = {}
    first: dict[str, IdReference] = {}
    for each in requirements:
        required.setdefault(each.place.first_key, []).append(each.id)
        first.setdefault(each.place.first_key, each)
    told: set[frozenset[str]] = set()
    for practice, reference in first.items():
        circle = _way_back(practice, required)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            key, _, _ = reference.place.key.rpartition(".")
            yield Fault(reference.place.file, key, _reason(practice, circle))


def _way_back(practice: str, required: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the shortest way from a practice to itself, without its beginning; empty if there is none."""
    ways: list[tuple[str, ...]] = [(id,) for id in required[practice]]
    seen = set(required[practice])
    for way in ways:
        if way[-1] == practice:
            return way
        for id in required.get(way[-1], ()):
            if id not in seen:
                seen.add(id)
                ways.append((*way, id))
    return ()


def _reason(practice: str, circle: Sequence[str]) -> str:
    if len(circle) == 1:
        return "names the practice itself"
    return f"leads back to the practice: {', '.join((practice, *circle))}"
