"""The same scorecard set by other engines: what each is given, and how each is asked."""
