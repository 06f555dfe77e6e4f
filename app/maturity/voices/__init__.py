"""Voices: the independent answers of colleagues, each under a role, and where they disagree.

The organisation’s answers stay the owner’s: no voice enters a score (docs/method.md section 10).
"""
