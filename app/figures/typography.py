"""Sizes of charts and of their text, in the chart's units."""

WIDE = 480.0
