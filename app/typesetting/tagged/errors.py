"""What can be wrong with a document while it is drawn."""


class StructureError(Exception):
    """The drawing would give a document that breaks ISO 14289-1; the message says where."""
