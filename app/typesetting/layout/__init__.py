"""Blocks, tables and pages."""
