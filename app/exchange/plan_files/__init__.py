"""The plan as files for spreadsheets and calendars, in either language; equal plans give equal bytes."""
