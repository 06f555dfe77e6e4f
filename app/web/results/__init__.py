"""The results of an assessment and its files."""
