"""A draft policy and an amendment sheet from model clauses, as DOCX and ODT."""
