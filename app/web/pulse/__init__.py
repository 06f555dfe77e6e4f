"""Pages of the staff pulse, for its owner and its respondents."""
