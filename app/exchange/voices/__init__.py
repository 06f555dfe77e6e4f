"""Voices in files: what scorecard.json says of them, and voices.json, from which a PDF is checked."""
