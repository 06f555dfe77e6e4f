"""Pages for requests that cannot be answered as asked."""
