"""The database engine, its tables, and the errors that mean an outage."""
