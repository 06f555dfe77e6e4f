"""Staff pulses and their sealed answers."""
