"""The colours of page and PDF: ink, paper, one accent, one warning colour, greys.

Text colours reach a contrast of at least 4.5 to 1 on paper; lines that carry meaning at least 3 to 1.
"""

INK = "#1b1f24"
PAPER = "#ffffff"
ACCENT = "#0b5c6b"
ACCENT_TINT = "#d5e5e8"
WARNING = "#b3421b"
GREY_TEXT = "#555e68"
GREY_MARK = "#7d868f"
GREY_LINE = "#c9ced3"
GREY_BAND = "#f1f3f4"
