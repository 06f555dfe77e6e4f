"""Files in and out: assessment.json and scorecard.json."""
