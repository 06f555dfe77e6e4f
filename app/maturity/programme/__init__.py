"""Programmes: one body invites many organisations and sees what they submit side by side."""
