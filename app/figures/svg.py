"""Inline SVG with presentation attributes only, so that a strict content security policy holds."""

from collections.abc import Callable, Iterable
from html import escape

from app.figures.chart import (
    Chart,
    Dot,
    DotColumns,
    Label,
    Line,
    Point,
    Polygon,
    Polyline,
    Primitive,
    Rectangle,
)

_FAMILY = "Source Sans 3, Arial, sans-serif"


def render_svg(chart: Chart) -> str:
    """Return a chart as an SVG element that fills the width of its container.

    A screen reader speaks its title and none of its texts: the page repeats them as a table. A text browser
    shows the texts, so white space stands between them.
    """
    box = f"0 0 {_number(chart.width)} {_number(chart.height)}"
    shapes = "\n".join(_DRAWN[type(each)](each) for each in chart.primitives)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img"'
        f' aria-label="{escape(chart.title)}" font-family="{_FAMILY}">'
        f'<g aria-hidden="true">{shapes}</g></svg>'
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _stroke(colour: str, thickness: float, dash: tuple[float, ...]) -> str:
    dashes = f' stroke-dasharray="{" ".join(map(_number, dash))}"' if dash else ""
    return f' stroke="{colour}" stroke-width="{_number(thickness)}"{dashes}'


def _line(line: Line) -> str:
    ends = " ".join(f'{name}="{_number(getattr(line, name))}"' for name in ("x1", "y1", "x2", "y2"))
    return f"<line {ends}{_stroke(line.colour, line.thickness, line.dash)}/>"


def _polyline(polyline: Polyline) -> str:
    stroke = _stroke(polyline.colour, polyline.thickness, polyline.dash)
    return f'<polyline points="{_points(polyline.points)}" fill="none"{stroke}/>'


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _polygon(polygon: Polygon) -> str:
    stroke = _stroke(polygon.stroke, polygon.thickness, polygon.dash) if polygon.stroke else ""
    return f'<polygon points="{_points(polygon.points)}" fill="{polygon.fill or "none"}"{stroke}/>'


def _rectangle(rectangle: Rectangle) -> str:
    corner = f'x="{_number(rectangle.x)}" y="{_number(rectangle.y)}"'
    size = f'width="{_number(rectangle.width)}" height="{_number(rectangle.height)}"'
    return f'<rect {corner} {size} fill="{rectangle.fill}"/>'


def _dot(dot: Dot) -> str:
    centre = f'cx="{_number(dot.x)}" cy="{_number(dot.y)}"'
    return f'<circle {centre} r="{_number(dot.radius)}" fill="{dot.fill}"/>'


def _dot_columns(dots: DotColumns) -> str:
    strokes = "".join(f"M{_number(x)} {_number(y)}v{_number(-length)}" for x, y, length in dots.strokes)
    stroke = _stroke(dots.fill, 2 * dots.radius, (0, dots.distance))
    return f'<path d="{strokes}" fill="none" stroke-linecap="round"{stroke}/>'


def _label(label: Label) -> str:
    weight = ' font-weight="600"' if label.strong else ""
    place = f'x="{_number(label.x)}" y="{_number(label.y)}" font-size="{_number(label.size)}"'
    text = escape(label.text)
    return f'<text {place} fill="{label.colour}" text-anchor="{label.anchor}"{weight}>{text}</text>'


_DRAWN: dict[type[Primitive], Callable[..., str]] = {
    Line: _line,
    Polyline: _polyline,
    Polygon: _polygon,
    Rectangle: _rectangle,
    Dot: _dot,
    DotColumns: _dot_columns,
    Label: _label,
}
