"""The database: the only SQL, and the vault that seals what is stored."""
