"""Peers: contributions, cohorts, published snapshots and positions."""
