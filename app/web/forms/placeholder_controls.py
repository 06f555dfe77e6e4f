"""The names of the controls in which the words for placeholders are typed."""

from app.maturity.text import Language


def placeholder_control(language: Language, id: str) -> str:
    """Return the name of the control of a placeholder in a language."""
    return f"words-{language}-{id}"
