"""Sizes of charts, their text and their bars, in the units of the charts."""

FULL_WIDTH = 480.0
# A chart for phones is fewer units wide, so that its letters stay readable when it fills the screen.
PHONE_WIDTH = 204.0

TEXT_SIZE = 9.6
SMALL_SIZE = 8.6
LEADING = 11.4
BAR_HEIGHT = 9.0
