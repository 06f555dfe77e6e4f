"""Loading and checking a questionnaire’s clauses and cues."""
