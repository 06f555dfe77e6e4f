"""The words of the 2012 survey that pages and PDFs share."""
