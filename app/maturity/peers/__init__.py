"""Peers: contributions, cohorts, disclosure rules, published snapshots and positions in them."""
