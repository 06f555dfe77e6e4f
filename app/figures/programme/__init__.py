"""Charts, tables and words of a programme’s organisations side by side."""
