"""Charts as lists of primitives, computed once and drawn on the page and in the PDF."""
