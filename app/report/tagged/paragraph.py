"""The runs of a paragraph: plain words, links, words in another language."""

from typing import TYPE_CHECKING

from app.report.tagged.elements import Element
from app.report.tagged.links import Place, Target
from app.report.tagged.tags import LINK, REFERENCE, Box, Tag
from app.report.tagged.words import TaggedText

if TYPE_CHECKING:
    from app.report.tagged.canvas import TaggedCanvas


class TaggedParagraph:
    """Gives each run of a text object to an element of its own kind inside the paragraph’s element.

    Plain words belong to the paragraph, a link’s to a Link (ISO 14289-1, 7.18.5), inside a Reference if it
    leads to a place of the document, those in another language to a Span that names it (7.2), those that are
    not drawn in the order of reading to a Span that says them (ISO 32000-1, 14.9.4). Other neighbours of the
    same kind share one run, also over a line’s end.
    """

    def __init__(self, canvas: "TaggedCanvas", written: TaggedText, paragraph: Element) -> None:
        self._canvas = canvas
        self._written = written
        self._paragraph = paragraph
        self._kind: tuple[Target | None, str | None, str | None] | None = None
        self._element = paragraph
        self._words: list[str] = []
        self._boxes: list[Box] = []

    def enter(self, target: Target | None, language: str | None = None, actual: str | None = None) -> None:
        """Say of what kind the next words are: a link to a target, in a language, or none of it.

        ``actual`` is what they say if they are not drawn in the order of reading.
        """
        kind = target, language, actual
        if kind == self._kind and actual is None:
            return
        self.end()
        self._kind = kind
        self._element = self._paragraph
        if language or actual:
            self._element = Element(Tag("Span", language=language, actual=actual), self._element)
        if isinstance(target, Place):
            self._element = Element(REFERENCE, self._element)
        if target:
            self._element = Element(LINK, self._element)
        self._written.begin(self._element)

    def link(self, words: str, box: Box) -> None:
        """Take the words of a link on one line, with the box that they fill."""
        self._words.append(words)
        self._boxes.append(box)

    def end(self) -> None:
        """End the last run, and lay the link over its boxes."""
        if self._kind is None:
            return
        self._written.end()
        target, *_ = self._kind
        self._kind = None
        if target:
            contents = "".join(self._words).strip()
            for box in self._boxes:
                self._canvas.link(self._element, box, contents, target)
            self._words, self._boxes = [], []
