"""The worked example: the results of an invented organisation, without a code."""
