"""Cues by the first two words of their terms: words of a sentence lead only to the cues that may be meant."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from app.maturity.policy.cue import DATE_TERM, Cue
from app.maturity.policy.folding import holds_a_date

# The words of a term after its first, each with whether only its beginning counts.
_Rest = tuple[tuple[str, bool], ...]
# The other words of a term, and the numbers of the groups that hold the term.
_Entry = tuple[_Rest, tuple[int, ...]]
# Where each group is met: the places of the first words of its terms.
_Met = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Entries:
    """The terms that one word may begin, by their second word: common words begin a hundred terms.

    ``groups`` are those of the terms of this word alone, ``begun`` the terms of whose second word only the
    beginning counts.
    """

    groups: tuple[int, ...]
    by_next: Mapping[str, Sequence[_Entry]]
    begun: Sequence[_Entry]

    def after(self, word: str) -> Iterator[_Entry]:
        """Yield the terms that may go on with a word."""
        yield from self.by_next.get(word, ())
        yield from self.begun


@dataclass(frozen=True, slots=True)
class FoundCues:
    """The first cue of each practice that a sentence meets, and whether the sentence states a duty."""

    cues: Mapping[str, Cue]
    duty: bool


@dataclass(frozen=True, slots=True)
class _NumberedCue:
    practice: str
    cue: Cue
    groups: tuple[int, ...]
    under: int | None
    veto: int
    dated: bool


class CueIndex:
    """The cues of one language.

    ``denials`` are terms whose sentence says that something does not exist, ``duties`` those that state one,
    and ``topics`` those that name social media.
    """

    def __init__(
        self,
        cues: Iterable[tuple[str, Cue]],
        denials: Iterable[str] = (),
        duties: Iterable[str] = (),
        topics: Iterable[str] = (),
    ) -> None:
        groups = _Groups()
        self._denial = groups.number(denials)
        self._duty = groups.number(duties)
        self._topic = groups.number(topics)
        self._cues = [_numbered(practice, cue, groups) for practice, cue in cues]
        # A cue is tried only where its first group is met.
        self._led_to: dict[int, list[int]] = {}
        for place, each in enumerate(self._cues):
            self._led_to.setdefault(each.groups[0], []).append(place)
        self._whole, self._beginnings = groups.entries()
        # A word may be as long as a document.
        self._lengths = sorted({len(beginning) for beginning in self._beginnings})

    def entries(self, word: str) -> Entries:
        """Return the terms that a folded word may begin."""
        beginnings = (
            self._beginnings.get(word[:length], ()) for length in self._lengths if length <= len(word)
        )
        alone: list[int] = []
        by_next: dict[str, list[_Entry]] = {}
        begun: list[_Entry] = []
        for rest, groups in chain(self._whole.get(word, ()), *beginnings):
            if not rest:
                alone += groups
            else:
                (second, is_beginning), *_ = rest
                (begun if is_beginning else by_next.setdefault(second, [])).append((rest, groups))
        return Entries(tuple(alone), by_next, begun)

    def mentions_topic(self, words: Sequence[str], entries: Mapping[str, Entries]) -> bool:
        """Return whether words name social media."""
        return self._topic in _meet(words, entries)

    def find(
        self,
        words: Sequence[str],
        own: int,
        heading: Sequence[str],
        entries: Mapping[str, Entries],
    ) -> FoundCues:
        """Return the cues that words meet, some of them from ``own`` on: those before are of another line.

        ``entries`` are those of each word, ``heading`` the words of the heading.
        """
        met = _meet(words, entries)
        above = _meet(heading, entries).keys() | {group for group, places in met.items() if places[0] < own}
        if any(place >= own for place in met.get(self._denial, ())):
            return FoundCues({}, duty=False)
        cues: dict[str, Cue] = {}
        for place in sorted(place for group in met for place in self._led_to.get(group, ())):
            each = self._cues[place]
            if each.practice not in cues and self._is_met(each, met, above, words, own):
                cues[each.practice] = each.cue
        return FoundCues(cues, duty=self._duty in met)

    def _is_met(self, each: _NumberedCue, met: _Met, above: Set[int], words: Sequence[str], own: int) -> bool:
        if each.veto in met or each.veto in above or not all(group in met for group in each.groups):
            return False
        if each.under is not None and each.under not in above:
            return False
        if each.dated and not holds_a_date(words):
            return False
        places = [met[group] for group in each.groups]
        if each.cue.within is None:
            return any(place >= own for group in places for place in group)
        return _stand_near(places, each.cue.within, own)


def _numbered(practice: str, cue: Cue, groups: "_Groups") -> _NumberedCue:
    of_words = [group for group in cue.groups if DATE_TERM not in group]
    return _NumberedCue(
        practice,
        cue,
        tuple(groups.number(group) for group in of_words),
        groups.number(cue.under) if cue.under else None,
        groups.number(cue.vetoes),
        dated=len(of_words) < len(cue.groups),
    )


class _Groups:
    """Numbers groups of terms: cues share many groups, and a group is looked for once."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}

    def number(self, terms: Iterable[str]) -> int:
        """Return the number of a group."""
        return self._numbers.setdefault(frozenset(terms), len(self._numbers))

    def entries(self) -> tuple[dict[str, list[_Entry]], dict[str, list[_Entry]]]:
        """Return the terms by a whole first word, and those by the beginning of one."""
        by_term: dict[str, list[int]] = {}
        for terms, number in self._numbers.items():
            for term in terms:
                by_term.setdefault(term, []).append(number)
        whole: dict[str, list[_Entry]] = {}
        beginnings: dict[str, list[_Entry]] = {}
        for term, numbers in by_term.items():
            (first, is_beginning), *rest = _parse(term)
            (beginnings if is_beginning else whole).setdefault(first, []).append(
                (tuple(rest), tuple(numbers))
            )
        return whole, beginnings


def _parse(term: str) -> Iterator[tuple[str, bool]]:
    for part in term.split():
        yield part.removesuffix("*"), part.endswith("*")


def _meet(words: Sequence[str], entries: Mapping[str, Entries]) -> _Met:
    met: dict[int, list[int]] = {}
    for place, (word, following) in enumerate(zip(words, chain(words[1:], ("",)), strict=False)):
        begun = entries[word]
        for group in begun.groups:
            met.setdefault(group, []).append(place)
        for rest, groups in begun.after(following):
            if _goes_on(words, place + 1, rest):
                for group in groups:
                    met.setdefault(group, []).append(place)
    return met


def _goes_on(words: Sequence[str], place: int, rest: _Rest) -> bool:
    if place + len(rest) > len(words):
        return False
    return all(
        word.startswith(begun) if is_beginning else word == begun
        for word, (begun, is_beginning) in zip(words[place : place + len(rest)], rest, strict=True)
    )


def _stand_near(places: Sequence[Sequence[int]], within: int, own: int) -> bool:
    """Return whether ``within`` words, the last of them at ``own`` or later, hold a place of each group."""
    stretch: dict[int, int] = {}
    for place, group in sorted((place, group) for group, each in enumerate(places) for place in each):
        stretch[group] = place
        if place >= own and len(stretch) == len(places) and place - min(stretch.values()) <= within:
            return True
    return False
