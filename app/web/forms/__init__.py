"""The forms that several folders use; WTForms validates them, and the templates draw them."""
