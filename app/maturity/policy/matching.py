"""Finding the sentences of a document that speak to a practice, by cues."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from app.maturity.policy.cue import START, Cue
from app.maturity.policy.cue_index import CueIndex, Entries
from app.maturity.policy.folding import words_of
from app.maturity.policy.sentences import Sentence
from app.maturity.policy.topic import near_topic
from app.maturity.text import Language

# A line to be filled in, or of a table of contents.
_BLANK = re.compile(r"\.{5,}|…{3,}|_{5,}")
# Words of the shortest and the longest text that is read as a sentence.
_SHORTEST, _LONGEST = 3, 300
# A text of two million characters may be one sentence, which nobody quotes; a heading has few words.
_LONGEST_READ = 2 * _LONGEST
# A line of so few words with a colon asks for an entry or leads to a list, and is no sentence.
_LONGEST_LABEL = 6
# How many of the last words of the line before a list count as part of its items.
_LEAD_WORDS = 25

# Whether a quote falls behind others: not under a fitting heading, an item of a list, without a duty.
_Rank = tuple[bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that speaks to a practice, with its place, and the id of the cue that found it."""

    practice: str
    text: str
    heading: str
    page: int | None
    cue: str


def find_quotes(
    sentences: Iterable[Sentence], cues: Mapping[Language, CueIndex]
) -> Mapping[str, tuple[Quote, ...]]:
    """Return by practice every sentence that speaks to it, the best first.

    Of a long document only the parts on social media are read. First comes a sentence whose heading speaks to
    the practice too, then one that stands alone before an item of a list, then one that states a duty, then
    the earlier one.
    """
    readers = {language: _Reader(index) for language, index in cues.items()}
    listed = [(sentence, readers[sentence.language]) for sentence in sentences]
    found: dict[str, list[tuple[_Rank, Quote]]] = {}
    near = near_topic([reader.mentions_topic(sentence) for sentence, reader in listed])
    for sentence, reader in compress(listed, near):
        for practice, cue, rank in reader.read(sentence):
            found.setdefault(practice, []).append((rank, _quote(sentence, practice, cue)))
    return {
        practice: tuple(quote for _, quote in sorted(ranked, key=lambda each: each[0]))
        for practice, ranked in found.items()
    }


def cue_finds(cue: Cue, text: str) -> bool:
    """Return whether a cue finds a sentence by itself.

    What stands before a colon is the line that the rest is an item of, if the cue needs one.
    """
    lead, colon, item = text.partition(": ") if cue.under else ("", "", text)
    sentence = Sentence(item, lead + colon, "", None, cue.language)
    return bool(find_quotes((sentence,), {cue.language: CueIndex([("", cue)])}))


def _quote(sentence: Sentence, practice: str, cue: Cue) -> Quote:
    # An item says nothing without the line that it belongs to.
    text = f"{sentence.lead} {sentence.text}" if sentence.lead else sentence.text
    return Quote(practice, text, sentence.heading, sentence.page, cue.id)


class _WordEntries(dict[str, Entries]):
    """The entries of each word of a document; they are dropped with the document's reader."""

    def __init__(self, index: CueIndex) -> None:
        self._index = index

    def __missing__(self, word: str) -> Entries:
        return self.setdefault(word, self._index.entries(word))


class _Reader:
    """Reads the sentences of one document that are in one language."""

    def __init__(self, index: CueIndex) -> None:
        self._index = index
        self._entries = _WordEntries(index)
        self._headings: dict[str, tuple[Sequence[str], frozenset[str]]] = {}

    def mentions_topic(self, sentence: Sentence) -> bool:
        """Return whether a sentence or its heading names social media."""
        words = words_of(f"{sentence.heading} {sentence.text}")[:_LONGEST_READ]
        return self._index.mentions_topic(words, self._entries)

    def read(self, sentence: Sentence) -> Iterator[tuple[str, Cue, _Rank]]:
        """Yield each practice that a sentence speaks to, its cue and its rank."""
        text = sentence.text
        words = words_of(text)
        if not _SHORTEST <= len(words) <= _LONGEST or text.endswith("?") or _BLANK.search(text):
            return
        if text.endswith(":") and len(words) <= _LONGEST_LABEL:
            return
        lead = words_of(sentence.lead)[-_LEAD_WORDS:] if sentence.lead else []
        heading, of_heading = self._read_heading(sentence.heading)
        found = self._index.find([*lead, START, *words], len(lead), heading, self._entries)
        for practice, cue in found.cues.items():
            yield (
                practice,
                cue,
                (practice not in of_heading, bool(lead) or text.endswith(":"), not found.duty),
            )

    def _read_heading(self, heading: str) -> tuple[Sequence[str], frozenset[str]]:
        """Return the words of a heading and the practices that it speaks to."""
        if heading not in self._headings:
            words = words_of(heading)
            found = self._index.find([START, *words], 0, (), self._entries)
            self._headings[heading] = (words, frozenset(found.cues))
        return self._headings[heading]
