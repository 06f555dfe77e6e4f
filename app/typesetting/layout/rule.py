"""Horizontal rules."""

from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.colours import reportlab_colour


def draw_rule(
    canvas: TaggedCanvas, left: float, right: float, y: float, colour: str, thickness: float
) -> None:
    """Draw a horizontal rule; all measures are in points, the colour is one of the palette."""
    canvas.rule(left, right, y, reportlab_colour(colour), thickness)
