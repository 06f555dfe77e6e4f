"""The documents: scorecard, board’s page, blank questionnaire, poster and published peers, as PDFs."""
