"""Codes, keys and sealed documents."""
