"""Sizes of charts and of what stands in them, in the chart's units."""

FULL_WIDTH = 480.0
# On a phone letters stay readable only if the chart is drawn for fewer units.
PHONE_WIDTH = 204.0

TEXT_SIZE = 9.2
SMALL_SIZE = 7.8
LEADING = 10.6
BAR_HEIGHT = 9.0
