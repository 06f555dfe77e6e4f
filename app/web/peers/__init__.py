"""The pages on peers: the published cohorts, and the contribution of an assessment."""
