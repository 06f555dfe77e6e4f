"""Files of programmes: a submission as it is sealed, and the organisations side by side."""
