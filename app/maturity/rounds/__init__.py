"""Rounds: compared like for like, drawn as a trend, and carried into the next one."""
