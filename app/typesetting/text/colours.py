"""The palette’s colours as ReportLab’s."""

from functools import cache

from reportlab.lib.colors import Color, HexColor


@cache
def reportlab_colour(colour: str) -> Color:
    """Return the ReportLab colour of a hexadecimal code of the palette."""
    return HexColor(colour)
