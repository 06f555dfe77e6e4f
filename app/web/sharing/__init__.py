"""Links to an assessment, and its history."""
