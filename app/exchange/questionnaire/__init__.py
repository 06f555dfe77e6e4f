"""The questionnaire as files for other programs."""
