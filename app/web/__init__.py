"""The pages; the only Flask and WTForms."""
