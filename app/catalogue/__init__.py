"""Loading the folder ``questionnaires/`` into objects of the core, and checking its files."""
