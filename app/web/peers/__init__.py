"""Pages on peers: published cohorts and one's own contribution."""
