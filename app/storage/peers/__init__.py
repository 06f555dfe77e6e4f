"""Contributions to peers, and the snapshots published from them."""
