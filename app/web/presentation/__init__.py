"""What pages show, prepared in the reader's language: words and pictures, never a number of their own."""
