"""One language of a document, or both side by side."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from app.maturity.questionnaire import Guidance
from app.maturity.text import Language, Text
from app.report.policy.bracketed_text import BracketedText
from app.report.policy.draft_document import (
    DraftBlock,
    DraftCell,
    DraftParagraph,
    DraftRun,
    DraftStyle,
    DraftTable,
    Look,
    Runs,
)
from app.translations.wording import Wording

_NOTES = ("note", "note_item")
# Each language by its own name, as the heading of its column.
_NAMES: dict[Language, str] = {"en": "English", "fr": "Français"}


@dataclass(frozen=True)
class DraftSide:
    """One language of a document: its wording, and its text with placeholders."""

    wording: Wording
    brackets: BracketedText

    def run(self, words: str, look: Look = "plain") -> DraftRun:
        """Return words of the language as a run."""
        return DraftRun(words, self.wording.language, look)

    def paragraph(self, style: DraftStyle, words: str, look: Look = "plain") -> DraftParagraph:
        """Return a paragraph of words without placeholders."""
        return DraftParagraph(style, (self.run(words, look),))

    def bracketed(self, style: DraftStyle, words: str) -> DraftParagraph:
        """Return a paragraph of words with placeholders."""
        return DraftParagraph(style, self.brackets.runs(words))

    def labelled(self, style: DraftStyle, label: str, *runs: DraftRun) -> DraftParagraph:
        """Return a paragraph that begins with a label, as in “Guidance: …”."""
        named = self.wording.label_value(label, "")
        return DraftParagraph(style, (self.run(named, "strong"), *runs))

    def titles_of(self, cited: Iterable[Guidance]) -> Iterator[DraftRun]:
        """Yield each document’s title in its own language, and its issuer, as a list within a line."""
        wording = self.wording
        for number, guidance in enumerate(cited):
            if number:
                yield self.run(wording._("; "))
            language = guidance.foreign_title(wording.language) or wording.language
            yield DraftRun(wording.text(guidance.title), language)
            yield self.run(f", {wording.text(guidance.issuer)}")


@dataclass(frozen=True)
class DraftSides:
    """The languages of a document, the first one leading."""

    sides: tuple[DraftSide, ...]

    @property
    def first(self) -> DraftSide:
        """Return the leading language."""
        return self.sides[0]

    def joined(self, words: Callable[[DraftSide], Runs]) -> Runs:
        """Return the same words in each language on one line, so that an outline has a heading once."""
        first, *others = (words(side) for side in self.sides)
        return (*first, *(run for each in others for run in (self.first.run(" / "), *each)))

    def line(self, style: DraftStyle, words: Callable[[DraftSide], str]) -> DraftParagraph:
        """Return a paragraph with the same words in each language."""
        return DraftParagraph(style, self.joined(lambda side: (side.run(words(side)),)))

    def sentence(self, style: DraftStyle, sentence: str) -> DraftParagraph:
        """Return a paragraph with a sentence of the interface in each language."""
        return self.line(style, lambda side: side.wording._(sentence))

    def text(self, style: DraftStyle, text: Text) -> DraftParagraph:
        """Return a paragraph with a text in each language."""
        return self.line(style, lambda side: side.wording.text(text))

    def side_by_side(
        self, title: str, paragraphs: Callable[[DraftSide], Iterable[DraftParagraph]]
    ) -> Iterator[DraftBlock]:
        """Yield the paragraphs of one language, or a table with a column for each and a row for each pair.

        Notes that follow each other share a row.
        """
        columns = [tuple(paragraphs(side)) for side in self.sides]
        if len(columns) == 1:
            yield from columns[0]
        elif columns[0]:
            rows = tuple(zip(*map(_cells, columns), strict=True))
            head = tuple(
                side.paragraph("cell_heading", _NAMES[side.wording.language], "strong") for side in self.sides
            )
            yield DraftTable(title, head, rows, (50, 50))


def _cells(paragraphs: Iterable[DraftParagraph]) -> Iterator[DraftCell]:
    for in_notes, group in groupby(paragraphs, lambda each: each.style in _NOTES):
        if in_notes:
            yield tuple(group)
        else:
            yield from ((each,) for each in group)
