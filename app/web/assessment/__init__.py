"""The pages on which an assessment is begun, answered and completed."""
