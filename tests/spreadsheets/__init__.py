"""A trial with real spreadsheets: a plan is changed in LibreOffice and openpyxl and comes back (make edited)."""
