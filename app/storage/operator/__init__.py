"""Work for the operator: backup, restore and statistics."""
