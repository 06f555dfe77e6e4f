"""The report of a programme, its letters of invitation, and the words that they share with pages."""
