"""The charts of pages as SVG: one drawing, narrow enough for a phone, with its words above its bars."""

from dataclasses import dataclass

from markupsafe import Markup

from app.figures.chart import Chart
from app.figures.svg import render_svg


@dataclass(frozen=True, slots=True)
class ChartSvg:
    """A chart on a page: its drawing, and the chart with its title and its data."""

    chart: Chart
    svg: Markup


def draw_chart(chart: Chart) -> ChartSvg:
    """Return a chart with its drawing.

    A second drawing for wide screens would stand beside the first wherever styles do not apply.
    """
    # render_svg escapes every text, and nothing else in a chart is free text.
    return ChartSvg(chart, Markup(render_svg(chart)))  # noqa: S704  see above
