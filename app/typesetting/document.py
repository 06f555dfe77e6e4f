"""Pages become a file: headers, footers, metadata, and bytes that are the same every time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4

from app.figures.palette import GREY_LINE, GREY_TEXT, WARNING
from app.maturity.text import Language
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import Section
from app.typesetting.layout.pagination import Placed, paginate
from app.typesetting.layout.table_block import rule
from app.typesetting.tagged.attachments import Attachment
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.metadata import Information, Schema
from app.typesetting.text.colours import ink
from app.typesetting.text.fonts import REGULAR, STRONG, register, width
from app.typesetting.text.line_breaking import one_line
from app.typesetting.text.runs import Line
from app.typesetting.text.set_paragraph import one_line_written
from app.typesetting.text.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, WIDTH, Style

# Nothing a document names is ever fetched; a local path is not reached either, for no markup is read.
rl_config.trustedHosts = None
rl_config.trustedSchemes = []

_UNDATED = date(2000, 1, 1)
_SMALL = 8.0
_RUNNING = Style(_SMALL, strong=True)
_RUNNING_ROOM = 300.0
_HEADER = PAGE_HEIGHT - 44
_FOOTER = 36.0
# Pages beyond which a scorecard without comments would take more than 80 KB: most practices are below target.
_LONG = 22


@dataclass(frozen=True, slots=True)
class Front:
    """What every page says, and what the file says of itself.

    ``interim`` is printed on every page while the result is not final; ``dated`` is the day that the file
    bears, for it speaks of that day and not of the moment it was made.
    """

    title: str
    subject: str
    running: str
    footer: str
    language: Language
    interim: str | None = None
    dated: date | None = None
    schemas: tuple[Schema, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def build(
    front: Front,
    parts: Callable[[dict[str, int]], Sequence[Sequence[Block]]],
    _: Callable[[str], str],
) -> bytes:
    """Lay out and draw a document; ``parts`` is given the sections’ pages, filled in before drawing."""
    register()
    numbers: dict[str, int] = {}
    pages = paginate(parts(numbers))
    for number, page in enumerate(pages, start=1):
        numbers.update((placed.block.key, number) for placed in page if isinstance(placed.block, Section))
    file = BytesIO()
    canvas = _canvas(file, front)
    if len(pages) > _LONG:
        canvas.pack_hardest()
    _draw(canvas, front, pages, _)
    return file.getvalue()


def _draw(
    canvas: TaggedCanvas, front: Front, pages: Sequence[Sequence[Placed]], _: Callable[[str], str]
) -> None:
    running = one_line(front.running, _RUNNING, _RUNNING_ROOM)
    following = partial(_frame, canvas, front, running)
    for number, page in enumerate(pages, start=1):
        for placed in page:
            placed.block.draw(canvas, MARGIN, placed.top, WIDTH)
        page_of = _("Page %(number)s of %(total)s") % {"number": number, "total": len(pages)}
        if number == 1:
            _frame(canvas, front, None)
        else:
            canvas.repeat("frame", following)
        start = PAGE_WIDTH - MARGIN - width(page_of, REGULAR, _SMALL)
        _words(canvas, start, _FOOTER, page_of, GREY_TEXT, REGULAR)
        canvas.showPage()
    canvas.save()


def _canvas(file: BytesIO, front: Front) -> TaggedCanvas:
    information = Information(
        title=front.title,
        author=front.running,
        subject=front.subject,
        language=front.language,
        dated=front.dated or _UNDATED,
        creator="Muster",
        schemas=front.schemas,
    )
    return TaggedCanvas(file, information, pagesize=A4, attachments=front.attachments)


def _frame(canvas: TaggedCanvas, front: Front, running: Line | None) -> None:
    right = PAGE_WIDTH - MARGIN
    if running:
        _name(canvas, running)
        rule(canvas, MARGIN, right, _HEADER - 8, GREY_LINE, 0.6)
    if front.interim:
        words = right - width(front.interim, STRONG, _SMALL)
        _words(canvas, words, _HEADER, front.interim, WARNING, STRONG)
    _words(canvas, MARGIN, _FOOTER, front.footer, GREY_TEXT, REGULAR)


def _name(canvas: TaggedCanvas, running: Line) -> None:
    with canvas.artifact():
        canvas.write(one_line_written(running, _SMALL, canvas.setting()), MARGIN, _HEADER)


def _words(canvas: TaggedCanvas, x: float, y: float, words: str, colour: str, font: str) -> None:
    canvas.setFillColor(ink(colour))
    canvas.setFont(font, _SMALL)
    canvas.drawString(x, y, words)
