"""Pages that belong to no assessment."""
