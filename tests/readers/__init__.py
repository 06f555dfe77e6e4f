"""Trials with the programs of others: what LibreOffice, khal and a CalDAV server make of a plan’s files."""
