"""Fonts, text styles, shaping and line breaking."""
