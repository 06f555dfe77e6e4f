"""Assessments: create, read, save, share, upgrade and delete."""
