"""The palette's colours as ReportLab's."""

from functools import cache

from reportlab.lib.colors import Color, HexColor


@cache
def reportlab_colour(colour: str) -> Color:
    """Give the colour of a hexadecimal name of the palette."""
    return HexColor(colour)
