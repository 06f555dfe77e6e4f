"""Sizes of charts, their text and their bars, in the units of the charts."""

FULL_WIDTH = 480.0
# A chart for phones is fewer units wide, so that its letters stay readable when it fills the screen.
PHONE_WIDTH = 204.0

TEXT_SIZE = 9.2
SMALL_SIZE = 7.8
LEADING = 10.6
BAR_HEIGHT = 9.0
