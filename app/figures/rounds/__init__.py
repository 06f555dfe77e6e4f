"""The trend of rounds: its chart, and the lines that it is made of."""
