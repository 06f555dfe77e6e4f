"""Headings that a reader can jump to, and the table of contents."""

from dataclasses import dataclass
from functools import cached_property

from app.figures.palette import ACCENT, GREY_LINE
from app.typesetting.layout.block import StyledBlock, UnsplittableBlock
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.rule import draw_rule
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.links import Destination
from app.typesetting.tagged.tags import CONTENTS, CONTENTS_ITEM, LINK, REFERENCE
from app.typesetting.text.colours import reportlab_colour
from app.typesetting.text.style import PAGE_ROOM, PART, SECTION, Style

_BAR = 14.0
_LINE = 20.0
# A link to a heading shows this much of the page above it, in points.
_LINK_OFFSET = 20.0
_ENTRY = Style(10, 13)
_NUMBER = Style(10, 13, align="end")


@dataclass(frozen=True)
class SectionHeading(UnsplittableBlock):
    """The heading of a section; links name it by its ``key``."""

    key: str
    title: str
    before: float = 34.0
    after: float = SECTION.after
    keep_with_next: bool = True
    wording_only: bool = False

    @cached_property
    def _paragraph(self) -> Paragraph:
        return Paragraph(self.title, SECTION, wording_only=self.wording_only)

    def height(self, width: float) -> float:
        """Return the height of the coloured bar and the text."""
        return _BAR + self._paragraph.height(width)

    def min_height(self, width: float) -> float:
        """Return a third of a page: with less room a section begins on the next page."""
        return PAGE_ROOM / 3

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the heading as a destination of links."""
        canvas.setFillColor(reportlab_colour(ACCENT))
        canvas.rect(x, top - 4, 28, 4, stroke=0, fill=1)
        with canvas.heading(1, self.title, top + _LINK_OFFSET, self.key):
            self._paragraph.draw_inside(canvas, x, top - _BAR, width)


@dataclass(frozen=True)
class Subheading(StyledBlock, UnsplittableBlock):
    """The heading of a part of a section (``level`` 2), or of a part of such a part (3)."""

    key: str
    title: str
    style: Style = PART
    level: int = 2
    wording_only: bool = False

    @cached_property
    def _paragraph(self) -> Paragraph:
        return Paragraph(self.title, self.style, wording_only=self.wording_only)

    def height(self, width: float) -> float:
        """Return the height of the text."""
        return self._paragraph.height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the heading, and enter it in the outline under its section."""
        with canvas.heading(self.level, self.title, top + _LINK_OFFSET, self.key):
            self._paragraph.draw_inside(canvas, x, top, width)


@dataclass(frozen=True)
class TableOfContents(UnsplittableBlock):
    """The sections with their page numbers, which are known once all pages are laid out."""

    sections: tuple[SectionHeading, ...]
    pages: dict[str, int]
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return the height of one line for each section."""
        return len(self.sections) * _LINE

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw each section with its page number as a link."""
        with canvas.element(CONTENTS):
            for section in self.sections:
                self._entry(canvas, section, x, top, width)
                draw_rule(canvas, x, x + width, top - _LINE, GREY_LINE, 0.5)
                top -= _LINE

    def _entry(
        self, canvas: TaggedCanvas, section: SectionHeading, x: float, top: float, width: float
    ) -> None:
        page = str(self.pages[section.key])
        box = (x, top - _LINE, x + width, top)
        with canvas.element(CONTENTS_ITEM, REFERENCE, LINK) as link:
            Paragraph(section.title, _ENTRY, wording_only=section.wording_only).draw_inside(
                canvas, x, top - 4, width
            )
            Paragraph(page, _NUMBER).draw_inside(canvas, x, top - 4, width)
            canvas.link(link, box, f"{section.title}, {page}", Destination(section.key))
