"""The head of an entry: a rail of numbers and marks at the left, text at the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.figures.palette import GREY_LINE
from app.typesetting.layout.block import Block, UnsplittableBlock
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.rule import draw_rule
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import BODY, ITEM, LABEL, LIST
from app.typesetting.text.style import GUTTER, INDENT, WIDTH

_RULE_SPACE = 8.0
# A link to an entry shows this much of the page above it, in points.
_LINK_OFFSET = 20.0


@dataclass(frozen=True, slots=True)
class _ParagraphPosition:
    paragraph: Paragraph
    x: float
    top: float
    width: float


@dataclass(frozen=True)
class SideBySide(UnsplittableBlock):
    """Two short stacks of paragraphs side by side, which stay together and with the next block.

    The right stack begins ``indent`` points from the left. With a ``level`` the first paragraph of each stack
    is part of a heading. With ``item`` the first paragraph of the rail is the label of a list item, and all
    others are its body.
    """

    rail: Sequence[Paragraph]
    main: Sequence[Paragraph]
    ruled: bool = True
    after: float = 0.0
    keep_with_next: bool = True
    level: int | None = None
    item: bool = False
    indent: float = INDENT

    @property
    def before(self) -> float:
        """Return the space above."""
        return 6.0

    def height(self, width: float) -> float:
        """Return the height of the taller stack."""
        return self._tallest + (_RULE_SPACE if self.ruled else 0.0)

    @cached_property
    def _tallest(self) -> float:
        return max(_height(self.rail, self.indent - GUTTER), _height(self.main, WIDTH - self.indent))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the rule, then both stacks from the top."""
        if self.ruled:
            draw_rule(canvas, x, x + width, top, GREY_LINE, 0.6)
            top -= _RULE_SPACE
        rail = list(_positions(self.rail, x, top, self.indent - GUTTER))
        main = list(_positions(self.main, x + self.indent, top, width - self.indent))
        if self.level:
            title = f"{self.rail[0].plain_text} {self.main[0].plain_text}"
            with canvas.heading(self.level, title, top + _LINK_OFFSET):
                _draw_paragraphs(canvas, (rail.pop(0), main.pop(0)), inside=True)
        if self.item:
            with canvas.element(LIST, ITEM):
                with canvas.element(LABEL):
                    _draw_paragraphs(canvas, rail[:1], inside=True)
                with canvas.element(BODY):
                    _draw_paragraphs(canvas, (*rail[1:], *main))
        else:
            _draw_paragraphs(canvas, (*rail, *main))


def split_entry(
    rail: Sequence[Paragraph], paragraphs: Sequence[Paragraph], *, level: int, indent: float
) -> Iterator[Block]:
    """Yield an entry: its head with the paragraphs that stand beside the rail, then the others.

    All paragraphs have the same indent.
    """
    count = 1
    while count < len(paragraphs) and _height(paragraphs[:count], WIDTH - indent) < _height(rail, indent):
        count += 1
    yield SideBySide(
        rail,
        paragraphs[:count],
        keep_with_next=paragraphs[count - 1].keep_with_next,
        level=level,
        indent=indent,
    )
    for paragraph in paragraphs[count:]:
        yield replace(paragraph, style=replace(paragraph.style, indent=indent))


def _positions(
    stack: Sequence[Paragraph], x: float, top: float, width: float
) -> Iterator[_ParagraphPosition]:
    for paragraph in stack:
        yield _ParagraphPosition(paragraph, x, top, width)
        top -= paragraph.height(width) + paragraph.after


def _draw_paragraphs(
    canvas: TaggedCanvas, placed: Sequence[_ParagraphPosition], *, inside: bool = False
) -> None:
    """Draw paragraphs, ``inside`` the open element or as elements of their own."""
    for each in placed:
        draw = each.paragraph.draw_inside if inside else each.paragraph.draw
        draw(canvas, each.x, each.top, each.width)


def _height(stack: Sequence[Paragraph], width: float) -> float:
    return sum(paragraph.height(width) + paragraph.after for paragraph in stack)
