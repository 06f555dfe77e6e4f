"""Versions of the questionnaire: comparison, and upgrade of an assessment."""
