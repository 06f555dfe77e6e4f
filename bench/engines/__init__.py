"""The same scorecard built by other PDF engines: their input and their calls."""
