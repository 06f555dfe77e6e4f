"""What an invited organisation sees and sends: the invitation, and its submissions."""
