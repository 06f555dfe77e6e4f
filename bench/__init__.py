"""Speed as ratios against a floor measured in the same run: docs/performance.md says how to read it."""
