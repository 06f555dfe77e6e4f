"""Programmes: their coordinators' codes, invitations and what organisations submitted."""
