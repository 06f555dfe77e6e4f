"""veraPDF, the validator of PDF/UA and PDF/A, as the tests ask it."""
