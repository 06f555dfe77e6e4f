"""Headings that a reader can jump to."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from app.figures.palette import ACCENT, GREY_LINE
from app.report.grid import rule
from app.report.inks import ink
from app.report.prose import Prose
from app.report.style import PART, SECTION, Style

_BAR = 14.0
_LINE = 20.0
_ENTRY = Style(10, 13)
_NUMBER = Style(10, 13, align="end")


@dataclass(frozen=True)
class Section:
    """The heading of a section, which begins a page; ``key`` names it for links."""

    key: str
    title: str
    before: float = 34.0
    after: float = SECTION.after
    with_next: bool = True

    @property
    def _prose(self) -> Prose:
        return Prose(self.title, SECTION)

    def height(self, width: float) -> float:
        """Give the height of the accent's bar and the words."""
        return _BAR + self._prose.height(width)

    def least(self, width: float) -> float:
        """Give the whole height."""
        return self.height(width)

    def parted(self, width: float, room: float) -> None:
        """Never part."""

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Write the heading, and make it a place to jump to."""
        canvas.bookmarkHorizontal(self.key, 0, top + 20)
        canvas.addOutlineEntry(self.title, self.key, level=0)
        canvas.setFillColor(ink(ACCENT))
        canvas.rect(x, top - 4, 28, 4, stroke=0, fill=1)
        self._prose.draw(canvas, x, top - _BAR, width)


@dataclass(frozen=True)
class Part:
    """The heading of a part of a section."""

    key: str
    title: str
    before: float = PART.before
    after: float = PART.after
    with_next: bool = True

    def height(self, width: float) -> float:
        """Give the height of the words."""
        return Prose(self.title, PART).height(width)

    def least(self, width: float) -> float:
        """Give the whole height."""
        return self.height(width)

    def parted(self, width: float, room: float) -> None:
        """Never part."""

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Write the heading, and put it under its section in the outline."""
        canvas.bookmarkHorizontal(self.key, 0, top + 20)
        canvas.addOutlineEntry(self.title, self.key, level=1)
        Prose(self.title, PART).draw(canvas, x, top, width)


@dataclass(frozen=True)
class Contents:
    """The list of sections with their pages, which are known once all pages are laid out."""

    sections: tuple[Section, ...]
    pages: dict[str, int]
    before: float = 0.0
    after: float = 0.0
    with_next: bool = False

    def height(self, width: float) -> float:
        """Give the height of one line a section."""
        return len(self.sections) * _LINE

    def least(self, width: float) -> float:
        """Give the whole height."""
        return self.height(width)

    def parted(self, width: float, room: float) -> None:
        """Never part."""

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Write each section with its page, and link it."""
        for section in self.sections:
            Prose(section.title, _ENTRY).draw(canvas, x, top - 4, width)
            Prose(str(self.pages[section.key]), _NUMBER).draw(canvas, x, top - 4, width)
            rule(canvas, x, x + width, top - _LINE, GREY_LINE, 0.5)
            canvas.linkRect("", section.key, (x, top - _LINE, x + width, top), thickness=0)
            top -= _LINE
