"""Independent answers of colleagues: their own pages, and those of the owner."""
