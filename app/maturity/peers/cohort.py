"""Cohorts: the peers of one kind, as a tree from all organisations to a type to a type of one size."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.maturity.peers import rules


@dataclass(frozen=True, slots=True, order=True)
class Cohort:
    """Peers of one organisation type and size band; what is empty is not asked of them.

    A cell has both; every contribution lies in one cell, and in every cohort of that cell's lineage.
    """

    organisation_type: str = ""
    size_band: str = ""

    @property
    def parent(self) -> "Cohort | None":
        """Give the next larger cohort; all organisations have none."""
        if self.size_band:
            return Cohort(self.organisation_type)
        return ALL if self.organisation_type else None

    @property
    def lineage(self) -> tuple["Cohort", ...]:
        """Give the cohorts that hold this one, all organisations first and itself last."""
        return (*self.parent.lineage, self) if self.parent else (self,)

    def contains(self, other: "Cohort") -> bool:
        """Say whether every contribution of the other lies in this one."""
        return self in other.lineage


ALL = Cohort()

# The lower end of every line of descent, in which contributions are counted.
Cell = Cohort


def showable_cohorts(
    sizes: Mapping[Cohort, int], minimum: int, among: Collection[Cohort]
) -> frozenset[Cohort]:
    """Choose the cohorts that may be shown, of those ``among`` which it may choose.

    ``sizes`` are those of every cohort that anybody is in. A child is shown only beside a shown parent.
    """
    large = {cohort for cohort, n in sizes.items() if rules.is_large_enough(n, minimum)} & set(among)
    return frozenset(_below(ALL, sizes, large, minimum)) if ALL in large else frozenset()


def _below(
    parent: Cohort, sizes: Mapping[Cohort, int], large: Collection[Cohort], minimum: int
) -> set[Cohort]:
    children = {cohort: n for cohort, n in sizes.items() if cohort.parent == parent}
    chosen = rules.without_small_remainder(children, frozenset(children) & frozenset(large), minimum)
    return {parent}.union(*(_below(child, sizes, large, minimum) for child in chosen))
