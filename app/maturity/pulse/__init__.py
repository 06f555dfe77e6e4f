"""The staff pulse: counting, disclosure rules, intervals and results."""
