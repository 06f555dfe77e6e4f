"""What colleagues answered independently: a chapter of the scorecard, and the sheet for a meeting."""
