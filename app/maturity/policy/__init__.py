"""The policy itself: model clauses, and the reading of an organisation’s own text for quotes."""
