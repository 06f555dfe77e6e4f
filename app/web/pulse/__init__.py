"""The pages of the staff pulse, for its owner and for colleagues."""
