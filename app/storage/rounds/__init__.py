"""Closed rounds of an assessment: close, list, read and delete."""
