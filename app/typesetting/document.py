"""Documents as PDF: pages with header, footer and metadata, and the same bytes every time."""

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

# ReportLab must never fetch an address or open a path, although no markup is read here.
rl_config.trustedHosts = None
rl_config.trustedSchemes = []

_UNDATED = date(2000, 1, 1)
_SMALL = 8.6
_HEADER_STYLE = Style(_SMALL, strong=True)
_HEADER_ROOM = 300.0
_HEADER_Y = PAGE_HEIGHT - 44
_FOOTER_Y = 36.0


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """What is printed on every page, and the file’s own metadata.

    ``interim`` is printed on every page while the result is not final. ``document_date`` is the day that the
    document describes, not the moment at which it is built. ``page_label`` has the placeholders
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
    """Return a document as the bytes of a PDF.

    ``build_chapters`` receives the page number of each section by its key. The numbers are entered after it
    has returned, before anything is drawn. Raises TooTallError for a block that fits no page.
    """
    register_fonts()
    numbers: dict[str, int] = {}
    pages = paginate(build_chapters(numbers))
    for number, page in enumerate(pages, start=1):
        numbers.update(
            (placed.block.key, number) for placed in page if isinstance(placed.block, SectionHeading)
        )
    file = BytesIO()
    _draw(_canvas(file, metadata), metadata, pages)
    return file.getvalue()


def _draw(
    canvas: TaggedCanvas,
    metadata: DocumentMetadata,
    pages: Sequence[Sequence[BlockPosition]],
) -> None:
    header_line = fit_one_line(metadata.header, _HEADER_STYLE, _HEADER_ROOM)
    draw_frame = partial(_draw_frame, canvas, metadata, header_line)
    for number, page in enumerate(pages, start=1):
        for placed in page:
            placed.block.draw(canvas, MARGIN, placed.top, WIDTH)
        page_of = metadata.page_label % {"number": number, "total": len(pages)}
        if number == 1:
            _draw_frame(canvas, metadata, None)
        else:
            canvas.draw_repeated("frame", draw_frame)
        start = PAGE_WIDTH - MARGIN - string_width(page_of, REGULAR, _SMALL)
        _draw_text(canvas, start, _FOOTER_Y, page_of, GREY_TEXT, REGULAR)
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


def _draw_frame(canvas: TaggedCanvas, metadata: DocumentMetadata, header_line: TextLine | None) -> None:
    right = PAGE_WIDTH - MARGIN
    if header_line:
        _draw_header(canvas, header_line)
        draw_rule(canvas, MARGIN, right, _HEADER_Y - 8, GREY_LINE, 0.6)
    if metadata.interim:
        x = right - string_width(metadata.interim, STRONG, _SMALL)
        _draw_text(canvas, x, _HEADER_Y, metadata.interim, WARNING, STRONG)
    _draw_text(canvas, MARGIN, _FOOTER_Y, metadata.footer, GREY_TEXT, REGULAR)


def _draw_header(canvas: TaggedCanvas, header_line: TextLine) -> None:
    with canvas.artifact():
        canvas.write(single_line_operators(header_line, _SMALL, canvas.text_writer()), MARGIN, _HEADER_Y)


def _draw_text(canvas: TaggedCanvas, x: float, y: float, text: str, colour: str, font: str) -> None:
    canvas.setFillColor(reportlab_colour(colour))
    canvas.setFont(font, _SMALL)
    canvas.drawString(x, y, text)
