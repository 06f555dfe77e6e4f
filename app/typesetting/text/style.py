"""The page’s grid and the styles of text, in points."""

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.pagesizes import A4

from app.figures import palette

PAGE_WIDTH, PAGE_HEIGHT = A4

# One column for text, as wide as a chart, with a rail at its left for numbers and marks.
WIDTH = 480.0
MARGIN = (PAGE_WIDTH - WIDTH) / 2
TOP = 72.0
BOTTOM = 62.0
PAGE_ROOM = PAGE_HEIGHT - TOP - BOTTOM
RAIL = 88.0
GUTTER = 12.0
INDENT = RAIL + GUTTER
# The rail of a numbered entry holds the number, of two digits at most.
NUMBERED = 36.0

Align = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a paragraph: sizes and spaces in points, colours of the palette."""

    size: float = 9.8
    leading: float = 13.6
    strong: bool = False
    colour: str = palette.INK
    before: float = 0.0
    after: float = 5.0
    indent: float = 0.0
    align: Align = "start"
    keep_with_next: bool = False


COVER_TITLE = Style(30, 35, strong=True, after=22)
COVER_NAME = Style(17, 22, after=26)
WORDMARK = Style(12, 15, strong=True, colour=palette.ACCENT, after=130)
SECTION = Style(22, 26, strong=True, after=8, keep_with_next=True)
LEAD = Style(13, 18, colour=palette.GREY_TEXT, after=12, keep_with_next=True)
PART = Style(13.5, 17, strong=True, before=12, after=5, keep_with_next=True)
POINT = Style(10.4, 14, strong=True, before=8, after=3, keep_with_next=True)
CAPTION = Style(10.4, 14, strong=True, before=10, after=5, keep_with_next=True)
BODY = Style()
SMALL = Style(8.6, 11.6, colour=palette.GREY_TEXT, after=4)
CELL = Style(9.5, 12.6, after=0)
CELL_NUMBER = Style(9.5, 12.6, after=0, align="end")
HEAD = Style(8.6, 11.2, strong=True, colour=palette.GREY_TEXT, after=0, keep_with_next=True)
HEAD_NUMBER = Style(8.6, 11.2, strong=True, colour=palette.GREY_TEXT, after=0, align="end")
FIGURE = Style(52, 54, strong=True, colour=palette.ACCENT, after=0)
RANK = Style(20, 22, strong=True, colour=palette.ACCENT, after=2)
RAIL_TEXT = Style(8.6, 11.6, colour=palette.GREY_TEXT, after=1)
FACTS = Style(9.5, 12.6, after=2, keep_with_next=True)
ENTRY_LABEL = Style(9.5, 12.6, strong=True, colour=palette.GREY_TEXT, after=0)
MAIN_TITLE = Style(12, 15, strong=True, after=2)
MAIN_BODY = Style(9.5, 12.6, after=3)
MAIN_SMALL = Style(8.6, 11.6, colour=palette.GREY_TEXT, after=2)
