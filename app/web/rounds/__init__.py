"""Closed rounds: list, read, download, delete."""
