"""The questionnaire as files for other programs; they hold nothing of an assessment."""
