"""Rounds in files: what scorecard.json says of them, and rounds.json, from which a PDF is checked."""
