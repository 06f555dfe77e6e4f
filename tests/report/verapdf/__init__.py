"""Tests with veraPDF, the validator of PDF/UA and PDF/A."""
