"""What every request needs: database, language, session, limits, headers, log."""
