"""The plan in the PDF."""
