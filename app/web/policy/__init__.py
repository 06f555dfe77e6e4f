"""Reading an organisation’s own policy for quotes, of which a person keeps some as evidence."""
