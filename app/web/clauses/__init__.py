"""Model clauses: read on pages, filled in with an organisation’s own words, and downloaded as drafts."""
