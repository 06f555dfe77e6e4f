"""A chart on the page, from the same primitives as in the browser."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.figures.chart import Chart, Dot, DotColumns, Label, Line, Polygon, Polyline, Primitive, Rectangle
from app.typesetting.layout.block import UnsplittableBlock
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import Tag
from app.typesetting.text.colours import reportlab_colour
from app.typesetting.text.fonts import REGULAR, STRONG, needs_no_shaping
from app.typesetting.text.line_breaking import fit_one_line
from app.typesetting.text.set_paragraph import single_line_operators
from app.typesetting.text.style import PAGE_WIDTH, Style

# The ends of lines, as PDF numbers them.
_BUTT, _ROUND = 0, 1


@dataclass(frozen=True)
class ChartBlock(UnsplittableBlock):
    """A chart drawn at a width in points; it is never split."""

    chart: Chart
    drawn_width: float
    before: float = 0.0
    after: float = 10.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return the height of the chart at the width that it is drawn at."""
        return self.drawn_width * self.chart.height / self.chart.width

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the shapes in the order of the chart, and its labels above them."""
        scale = self.drawn_width / self.chart.width
        box = (x, top - self.height(width), x + self.drawn_width, top)
        tag = Tag("Figure", alternative=f"{self.chart.title}. {self.chart.description}", box=box)
        shapes = [each for each in self.chart.primitives if not isinstance(each, Label)]
        with canvas.element(tag), canvas.marked():
            _draw(canvas, shapes, scale, x, top)
        # The labels are artifacts: a screen reader that reads the text of a figure would speak each of them
        # besides the alternative text.
        labels = sorted(self.chart.labels, key=_appearance)
        _draw(canvas, [each for each in labels if needs_no_shaping(each.text)], scale, x, top)
        for label in labels:
            if not needs_no_shaping(label.text):
                _draw_shaped(canvas, label, scale, x, top)


def _draw(canvas: TaggedCanvas, primitives: Iterable[Primitive], scale: float, x: float, top: float) -> None:
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, x, top)
    for primitive in primitives:
        _DRAWN[type(primitive)](canvas, primitive)
    canvas.restoreState()


def _draw_shaped(canvas: TaggedCanvas, label: Label, scale: float, x: float, top: float) -> None:
    """Draw a label that somebody typed in another script, with the fonts and the order that it needs."""
    style = Style(label.size * scale, strong=label.strong, colour=label.colour)
    line = fit_one_line(label.text, style, PAGE_WIDTH)
    left = x + label.x * scale - {"start": 0.0, "middle": line.width / 2, "end": line.width}[label.anchor]
    with canvas.artifact():
        words = single_line_operators(line, style.size, canvas.text_writer())
        canvas.write(words, left, top - label.y * scale)


def _appearance(label: Label) -> tuple[bool, float, str]:
    """Return what labels have in common that are written one after the other: it is then stated once."""
    return label.strong, label.size, label.colour


# The page’s y axis points upwards and a chart’s downwards: every ordinate changes its sign here only.
def _line(canvas: TaggedCanvas, line: Line) -> None:
    canvas.setStrokeColor(reportlab_colour(line.colour))
    canvas.setLineWidth(line.thickness)
    canvas.setDash(list(line.dash))
    canvas.line(line.x1, -line.y1, line.x2, -line.y2)


def _polyline(canvas: TaggedCanvas, polyline: Polyline) -> None:
    canvas.setStrokeColor(reportlab_colour(polyline.colour))
    canvas.setLineWidth(polyline.thickness)
    canvas.setDash(list(polyline.dash))
    canvas.polyline([(x, -y) for x, y in polyline.points])


def _polygon(canvas: TaggedCanvas, polygon: Polygon) -> None:
    if polygon.fill:
        canvas.setFillColor(reportlab_colour(polygon.fill))
    if polygon.stroke:
        canvas.setStrokeColor(reportlab_colour(polygon.stroke))
        canvas.setLineWidth(polygon.thickness)
        canvas.setDash(list(polygon.dash))
    points = [(x, -y) for x, y in polygon.points]
    canvas.polygon(points, stroke=bool(polygon.stroke), fill=bool(polygon.fill))


def _rectangle(canvas: TaggedCanvas, rectangle: Rectangle) -> None:
    canvas.setFillColor(reportlab_colour(rectangle.fill))
    canvas.rect(
        rectangle.x, -rectangle.y - rectangle.height, rectangle.width, rectangle.height, stroke=0, fill=1
    )


def _dot(canvas: TaggedCanvas, dot: Dot) -> None:
    canvas.dot(dot.x, -dot.y, dot.radius, reportlab_colour(dot.fill))


def _dot_columns(canvas: TaggedCanvas, dots: DotColumns) -> None:
    canvas.setStrokeColor(reportlab_colour(dots.fill))
    canvas.setLineWidth(2 * dots.radius)
    # Dashes without length, whose round ends are the circles.
    canvas.setDash((0, dots.distance))
    canvas.setLineCap(_ROUND)
    for x, y, length in dots.strokes:
        canvas.line(x, -y, x, length - y)
    canvas.setLineCap(_BUTT)


def _label(canvas: TaggedCanvas, label: Label) -> None:
    canvas.setFillColor(reportlab_colour(label.colour))
    canvas.setFont(STRONG if label.strong else REGULAR, label.size)
    write = {
        "start": canvas.drawString,
        "middle": canvas.drawCentredString,
        "end": canvas.drawRightString,
    }[label.anchor]
    write(label.x, -label.y, label.text)


_DRAWN: dict[type[Primitive], Callable[..., None]] = {
    Line: _line,
    Polyline: _polyline,
    Polygon: _polygon,
    Rectangle: _rectangle,
    Dot: _dot,
    DotColumns: _dot_columns,
    Label: _label,
}
