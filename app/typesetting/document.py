"""Pages become a file: headers, footers, metadata, and bytes that are the same every time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4

from app.figures.palette import GREY_LINE, GREY_TEXT, WARNING
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.pagination import BlockPosition, paginate
from app.typesetting.layout.rule import draw_rule
from app.typesetting.tagged.attachments import Attachment
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.metadata import DocumentInformation, XmpSchema
from app.typesetting.text.colours import reportlab_colour
from app.typesetting.text.fonts import REGULAR, STRONG, register_fonts, string_width
from app.typesetting.text.line_breaking import fit_one_line
from app.typesetting.text.runs import TextLine
from app.typesetting.text.set_paragraph import single_line_operators
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
class DocumentMetadata:
    """What every page says, and what the file says of itself.

    ``interim`` is printed on every page while the result is not final; ``dated`` is the day that the file
    bears, for it speaks of that day and not of the moment it was made. ``page_label`` holds the places
    ``%(number)s`` and ``%(total)s``.
    """

    title: str
    subject: str
    header: str
    footer: str
    page_label: str
    language: str
    interim: str | None = None
    document_date: date | None = None
    xmp_schemas: tuple[XmpSchema, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def build_pdf(
    metadata: DocumentMetadata,
    build_chapters: Callable[[dict[str, int]], Sequence[Sequence[Block]]],
) -> bytes:
    """Return a document as PDF; ``build_chapters`` gets the page of each section, known before drawing."""
    register_fonts()
    numbers: dict[str, int] = {}
    pages = paginate(build_chapters(numbers))
    for number, page in enumerate(pages, start=1):
        numbers.update(
            (placed.block.key, number) for placed in page if isinstance(placed.block, SectionHeading)
        )
    file = BytesIO()
    canvas = _canvas(file, metadata)
    if len(pages) > _LONG:
        canvas.compress_harder()
    _draw(canvas, metadata, pages)
    return file.getvalue()


def _draw(
    canvas: TaggedCanvas,
    metadata: DocumentMetadata,
    pages: Sequence[Sequence[BlockPosition]],
) -> None:
    running = fit_one_line(metadata.header, _RUNNING, _RUNNING_ROOM)
    following = partial(_frame, canvas, metadata, running)
    for number, page in enumerate(pages, start=1):
        for placed in page:
            placed.block.draw(canvas, MARGIN, placed.top, WIDTH)
        page_of = metadata.page_label % {"number": number, "total": len(pages)}
        if number == 1:
            _frame(canvas, metadata, None)
        else:
            canvas.draw_repeated("frame", following)
        start = PAGE_WIDTH - MARGIN - string_width(page_of, REGULAR, _SMALL)
        _words(canvas, start, _FOOTER, page_of, GREY_TEXT, REGULAR)
        canvas.showPage()
    canvas.save()


def _canvas(file: BytesIO, metadata: DocumentMetadata) -> TaggedCanvas:
    information = DocumentInformation(
        title=metadata.title,
        author=metadata.header,
        subject=metadata.subject,
        language=metadata.language,
        document_date=metadata.document_date or _UNDATED,
        creator="Muster",
        xmp_schemas=metadata.xmp_schemas,
    )
    return TaggedCanvas(file, information, pagesize=A4, attachments=metadata.attachments)


def _frame(canvas: TaggedCanvas, metadata: DocumentMetadata, running: TextLine | None) -> None:
    right = PAGE_WIDTH - MARGIN
    if running:
        _name(canvas, running)
        draw_rule(canvas, MARGIN, right, _HEADER - 8, GREY_LINE, 0.6)
    if metadata.interim:
        words = right - string_width(metadata.interim, STRONG, _SMALL)
        _words(canvas, words, _HEADER, metadata.interim, WARNING, STRONG)
    _words(canvas, MARGIN, _FOOTER, metadata.footer, GREY_TEXT, REGULAR)


def _name(canvas: TaggedCanvas, running: TextLine) -> None:
    with canvas.artifact():
        canvas.write(single_line_operators(running, _SMALL, canvas.text_writer()), MARGIN, _HEADER)


def _words(canvas: TaggedCanvas, x: float, y: float, words: str, colour: str, font: str) -> None:
    canvas.setFillColor(reportlab_colour(colour))
    canvas.setFont(font, _SMALL)
    canvas.drawString(x, y, words)
