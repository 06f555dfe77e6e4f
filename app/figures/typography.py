"""Sizes of charts and of their text, in the chart's units."""

FULL_WIDTH = 480.0
