"""The chapters of the documents, one module each."""
