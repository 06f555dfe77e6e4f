"""The forms, one topic each; WTForms validates and the templates draw."""
