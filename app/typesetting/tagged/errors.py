"""What is wrong with a document while it is drawn."""


class StructureError(Exception):
    """The document would violate ISO 14289-1; the message states where."""
