"""Cohorts of peers, as a tree: all organisations, one type, one type and size band."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.maturity.peers import rules


@dataclass(frozen=True, slots=True, order=True)
class Cohort:
    """The peers of one organisation type and size band; an empty field matches every value.

    A cell is a cohort with both fields. Every contribution lies in one cell, and in every cohort of that
    cell's lineage.
    """

    organisation_type: str = ""
    size_band: str = ""

    @property
    def parent(self) -> "Cohort | None":
        """Return the next larger cohort; it is None for all organisations."""
        if self.size_band:
            return Cohort(self.organisation_type)
        return ALL if self.organisation_type else None

    @property
    def lineage(self) -> tuple["Cohort", ...]:
        """Return the cohorts that contain this one: all organisations first, itself last."""
        if self.size_band:
            return ALL, Cohort(self.organisation_type), self
        return (ALL, self) if self.organisation_type else (self,)

    def contains(self, other: "Cohort") -> bool:
        """Return whether every contribution of the other cohort lies in this one."""
        return self.organisation_type in ("", other.organisation_type) and self.size_band in (
            "",
            other.size_band,
        )


ALL = Cohort()

# A cohort without children, in which contributions are counted.
Cell = Cohort


def showable_cohorts(
    sizes: Mapping[Cohort, int], minimum: int, among: Collection[Cohort]
) -> frozenset[Cohort]:
    """Return the cohorts of ``among`` that may be shown together (docs/method.md section 5).

    ``sizes`` counts the contributions of every cohort that has any. A child is shown only if its parent is.
    """
    large = {cohort for cohort, n in sizes.items() if rules.is_large_enough(n, minimum)} & set(among)
    return frozenset(_below(ALL, sizes, large, minimum)) if ALL in large else frozenset()


def _below(
    parent: Cohort, sizes: Mapping[Cohort, int], large: Collection[Cohort], minimum: int
) -> set[Cohort]:
    children = {cohort: n for cohort, n in sizes.items() if cohort.parent == parent}
    chosen = rules.without_small_remainder(children, frozenset(children) & frozenset(large), minimum)
    return {parent}.union(*(_below(child, sizes, large, minimum) for child in chosen))
