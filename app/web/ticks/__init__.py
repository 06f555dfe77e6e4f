"""Recommendations that are ticked on pages of results become actions of the plan."""
