"""Is anything lost? Servers killed at random moments, many people on one page, hours of use."""
