"""Background jobs of the server process: purge and publication."""
