"""A trial: a plan is changed in LibreOffice and openpyxl, and comes back (make edited)."""
