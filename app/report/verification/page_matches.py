"""Which page of a file is which page of the document that was expected."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.report.verification.examined import ExaminedPage

# A stamp has fewer words than this beside those of the page.
_MOST_STAMPED = 80
_LEAST_WORDS = 5
# Of the words of two pages, so many of a hundred are the same if one was made from the other.
_ALIKE = 50


@dataclass(frozen=True, slots=True)
class PageMatches:
    """The places of expected pages by the places of the pages found, by how well they match."""

    same: dict[int, int]
    same_words: dict[int, int]
    stamped: dict[int, int]
    changed: dict[int, int]

    @property
    def kept(self) -> dict[int, int]:
        """Return the pages whose own words are all there."""
        return dict(sorted({**self.same, **self.same_words, **self.stamped}.items()))


def match_pages(found: Sequence[ExaminedPage], expected: Sequence[ExaminedPage]) -> PageMatches:
    """Return which page is which: by what they draw, else by their words, else by most of their words."""
    rest, missing = set(range(len(found))), set(range(len(expected)))
    same = _take_equal([page.look for page in found], [page.look for page in expected], rest, missing)
    words = [page.words for page in found], [page.words for page in expected]
    same_words = _take_equal(*words, rest, missing)
    counted = [Counter(each.split()) for each in words[0]], [Counter(each.split()) for each in words[1]]
    stamped, changed = dict[int, int](), dict[int, int]()
    for place in sorted(rest):
        for own in sorted(missing):
            if _is_stamped(counted[0][place], counted[1][own]):
                stamped[place] = own
                break
        missing -= set(stamped.values())
    rest -= set(stamped)
    for place in sorted(rest):
        near = [own for own in sorted(missing) if _are_alike(counted[0][place], counted[1][own])]
        if near:
            changed[place] = near[0]
            missing.remove(near[0])
    return PageMatches(same, same_words, stamped, changed)


def _take_equal(
    found: Sequence[str], expected: Sequence[str], rest: set[int], missing: set[int]
) -> dict[int, int]:
    places = defaultdict[str, list[int]](list)
    for own in sorted(missing):
        places[expected[own]].append(own)
    taken = {}
    for place in sorted(rest):
        if found[place] and places[found[place]]:
            taken[place] = places[found[place]].pop(0)
    rest -= set(taken)
    missing -= set(taken.values())
    return taken


def _is_stamped(found: Counter[str], own: Counter[str]) -> bool:
    added = found.total() - own.total()
    return own.total() >= _LEAST_WORDS and 0 <= added <= _MOST_STAMPED and own <= found


def _are_alike(found: Counter[str], own: Counter[str]) -> bool:
    return 100 * (found & own).total() >= _ALIKE * max(found.total(), own.total(), 1)


def list_pages(places: Iterable[int]) -> str:
    """Return the numbers of pages as printed on them, such as 1, 3–5."""
    numbers = sorted({place + 1 for place in places})
    starts = [each for each in numbers if each - 1 not in numbers]
    ends = [each for each in numbers if each + 1 not in numbers]
    return ", ".join(
        str(start) if start == end else f"{start}–{end}" for start, end in zip(starts, ends, strict=True)
    )
