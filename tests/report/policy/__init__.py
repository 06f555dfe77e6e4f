"""The draft policy and the amendment sheet."""
