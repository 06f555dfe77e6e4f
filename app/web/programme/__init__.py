"""Programmes: the coordinator’s pages, and those of an organisation that takes part."""
