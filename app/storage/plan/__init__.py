"""The plan of an assessment: read it, change it, and keep others' changes."""
