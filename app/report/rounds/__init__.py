"""What changed between rounds, in words: page and PDF say the same."""
