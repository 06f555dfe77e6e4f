"""The PDF; ReportLab and no Flask."""
