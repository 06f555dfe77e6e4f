"""The documents as PDFs: scorecard, board’s page, tasks of a role, questionnaire, poster, published peers."""
