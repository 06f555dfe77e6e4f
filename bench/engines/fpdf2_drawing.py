"""The story drawn with fpdf2, which writes no structure tree: the file is untagged."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from bench.engines.story import FONTS, Columns, Contents, Picture, Piece, Run, Story, StoryParagraph, Table

_FAMILY = "Source Sans 3"
_LEFT, _TOP, _BOTTOM, _WIDTH = 57.6, 78.0, 66.0, 480.0

# The names of alignments in fpdf2.
_SIDES = {False: "LEFT", True: "RIGHT"}


def draw(story: Story) -> bytes:
    """Return a story as a PDF; fpdf2 reads the fonts again for every document."""
    pdf = _sheet(story)
    pen = _Pen(pdf, story)
    for part in story.parts:
        pdf.add_page()
        pen.all(part, _LEFT, _WIDTH)
    return bytes(pdf.output())


def _sheet(story: Story) -> Any:  # noqa: ANN401  fpdf2 is not installed where types are checked
    class Sheet(import_module("fpdf").FPDF):  # type: ignore[misc]  # the package may be missing
        def header(self) -> None:
            if self.page > 1:
                self.set_font(_FAMILY, "B", 8)
                self.text(_LEFT, 44, story.running)
            self.set_xy(_LEFT, _TOP)

        def footer(self) -> None:
            self.set_font(_FAMILY, "", 8)
            self.set_y(-42)
            self.set_x(_LEFT)
            self.cell(_WIDTH / 2, 12, story.footer)
            count = story.page_of % {"number": self.page, "total": "{nb}"}
            self.cell(_WIDTH / 2, 12, count, align="RIGHT")

    pdf = Sheet(unit="pt", format="A4")
    pdf.add_font(_FAMILY, "", FONTS / "SourceSans3-Regular.ttf")
    pdf.add_font(_FAMILY, "B", FONTS / "SourceSans3-Semibold.ttf")
    pdf.set_margins(_LEFT, _TOP, _LEFT)
    pdf.set_auto_page_break(True, _BOTTOM)
    pdf.set_title(story.title)
    pdf.set_lang(story.language)
    pdf.c_margin = 0
    return pdf


class _Pen:
    def __init__(self, pdf: Any, story: Story) -> None:  # noqa: ANN401  as above
        self._pdf = pdf
        self._story = story
        self._links: dict[str, int] = {}
        self._drawn: dict[type, Callable[..., None]] = {
            StoryParagraph: self._paragraph,
            Contents: self._contents,
            Picture: self._picture,
            Columns: self._columns,
            Table: self._table,
        }

    def all(self, pieces: tuple[Piece, ...], left: float, width: float) -> None:
        for piece in pieces:
            self._drawn[type(piece)](piece, left, width)

    def _paragraph(self, paragraph: StoryParagraph, left: float, width: float) -> None:
        pdf, look = self._pdf, paragraph.look
        pdf.set_y(pdf.get_y() + look.before)
        if paragraph.key:
            pdf.set_link(self._link(paragraph.key))
        if paragraph.level:
            self._font(paragraph)
            pdf.start_section(paragraph.plain, level=paragraph.level - 1, strict=False)
        if len(paragraph.runs) == 1 and not paragraph.runs[0].address:
            self._font(paragraph)
            pdf.set_x(left + look.indent)
            side = "R" if look.at_end else "L"
            pdf.multi_cell(width - look.indent, look.leading, paragraph.plain, align=side)
        else:
            self._runs(paragraph, left, width)
        pdf.set_y(pdf.get_y() + look.after)

    def _runs(self, paragraph: StoryParagraph, left: float, width: float) -> None:
        pdf, look = self._pdf, paragraph.look
        pdf.set_left_margin(left + look.indent)
        pdf.set_right_margin(pdf.w - left - width)
        pdf.set_x(left + look.indent)
        for run in paragraph.runs:
            self._font(paragraph, run)
            pdf.write(look.leading, run.text, self._target(run))
        pdf.ln(look.leading)
        pdf.set_left_margin(_LEFT)
        pdf.set_right_margin(_LEFT)

    def _contents(self, contents: Contents, left: float, width: float) -> None:
        for key, title in contents.entries:
            self._pdf.set_x(left)
            self._pdf.set_font(_FAMILY, "", contents.look.size)
            self._pdf.cell(width, contents.line, title, "B", link=self._link(key), new_y="NEXT")

    def _picture(self, picture: Picture, left: float, width: float) -> None:
        pdf, scale = self._pdf, picture.width / picture.size[0]
        height = picture.size[1] * scale
        if pdf.get_y() + height > pdf.h - _BOTTOM:
            pdf.add_page()
        top = pdf.get_y()
        for kind, shape in picture.shapes:
            _DRAWN[kind](pdf, shape, left, top, scale)
        pdf.set_dash_pattern()
        pdf.set_draw_color(self._story.line)
        pdf.set_y(top + height + picture.after)

    def _columns(self, columns: Columns, left: float, width: float) -> None:
        pdf = self._pdf
        if pdf.get_y() > pdf.h - _BOTTOM - 90:
            pdf.add_page()
        if columns.ruled:
            pdf.line(left, pdf.get_y() + 8, left + width, pdf.get_y() + 8)
            pdf.set_y(pdf.get_y() + 17)
        top, page = pdf.get_y(), pdf.page
        self.all(columns.left, left, columns.widths[0])
        end = pdf.get_y() if pdf.page == page else top
        pdf.set_y(top)
        self.all(columns.right, left + width - columns.widths[1], columns.widths[1])
        pdf.set_y((max(end, pdf.get_y()) if pdf.page == page else pdf.get_y()) + columns.after)

    def _table(self, table: Table, left: float, width: float) -> None:
        first = table.rows[0][0].look
        self._pdf.set_fill_color("#ffffff")
        self._font(table.rows[0][0])
        sides = tuple(_SIDES[cell.look.at_end] for cell in table.rows[0])
        face = import_module("fpdf.fonts").FontFace(emphasis="BOLD", size_pt=first.size - 1)
        with self._pdf.table(
            width=sum(table.widths),
            align="LEFT",
            col_widths=table.widths,
            text_align=sides,
            line_height=first.leading,
            padding=(2.9, 8, 2.9, 0),
            borders_layout="HORIZONTAL_LINES",
            headings_style=face,
            first_row_as_headings=bool(table.header),
            num_heading_rows=1 if table.header else 0,
        ) as grid:
            for row in (table.header, *table.rows) if table.header else table.rows:
                grid.row([cell.plain for cell in row])
        self._pdf.set_y(self._pdf.get_y() + table.after)

    def _font(self, paragraph: StoryParagraph, run: Run | None = None) -> None:
        strong = paragraph.look.strong or (run is not None and run.strong)
        self._pdf.set_font(_FAMILY, "B" if strong else "", paragraph.look.size)
        self._pdf.set_text_color(self._story.link if run and run.address else paragraph.look.colour)

    def _target(self, run: Run) -> int | str:
        address = run.address or ""
        return self._link(address[1:]) if address.startswith("#") else address

    def _link(self, key: str) -> int:
        if key not in self._links:
            self._links[key] = self._pdf.add_link()
        return self._links[key]


_Shape = dict[str, Any]


def _line(pdf: Any, line: _Shape, x: float, y: float, scale: float) -> None:  # noqa: ANN401  as above
    _stroke(pdf, line["colour"], line["thickness"] * scale, line["dash"])
    start, end = (line["x1"], line["y1"]), (line["x2"], line["y2"])
    pdf.line(*(at + value * scale for point in (start, end) for at, value in zip((x, y), point, strict=True)))


def _polygon(pdf: Any, shape: _Shape, x: float, y: float, scale: float) -> None:  # noqa: ANN401  as above
    if shape["fill"]:
        pdf.set_fill_color(shape["fill"])
    if shape["stroke"]:
        _stroke(pdf, shape["stroke"], shape["thickness"] * scale, shape["dash"])
    points = [(x + left * scale, y + top * scale) for left, top in shape["points"]]
    pdf.polygon(points, style="F" * bool(shape["fill"]) + "D" * bool(shape["stroke"]))


def _rectangle(pdf: Any, shape: _Shape, x: float, y: float, scale: float) -> None:  # noqa: ANN401  as above
    pdf.set_fill_color(shape["fill"])
    size = shape["width"] * scale, shape["height"] * scale
    pdf.rect(x + shape["x"] * scale, y + shape["y"] * scale, *size, style="F")


def _dot(pdf: Any, dot: _Shape, x: float, y: float, scale: float) -> None:  # noqa: ANN401  as above
    pdf.set_fill_color(dot["fill"])
    pdf.circle(x + dot["x"] * scale, y + dot["y"] * scale, dot["radius"] * scale, style="F")


def _label(pdf: Any, label: _Shape, x: float, y: float, scale: float) -> None:  # noqa: ANN401  as above
    pdf.set_font(_FAMILY, "B" if label["strong"] else "", label["size"] * scale)
    pdf.set_text_color(label["colour"])
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label["anchor"]]
    back = share * pdf.get_string_width(label["text"])
    pdf.text(x + label["x"] * scale - back, y + label["y"] * scale, label["text"])


def _stroke(pdf: Any, colour: str, thickness: float, dash: tuple[float, ...]) -> None:  # noqa: ANN401  as above
    pdf.set_draw_color(colour)
    pdf.set_line_width(thickness)
    pdf.set_dash_pattern(*dash[:2])


_DRAWN: dict[str, Callable[..., None]] = {
    "Line": _line,
    "Polygon": _polygon,
    "Rectangle": _rectangle,
    "Dot": _dot,
    "Label": _label,
}
