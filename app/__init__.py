"""Muster: check your social media policy readiness."""
