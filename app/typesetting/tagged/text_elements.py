"""The structure elements that text of a kind of its own needs inside the element that holds it."""

from app.typesetting.tagged.elements import Element
from app.typesetting.tagged.links import Destination
from app.typesetting.tagged.tags import LINK, REFERENCE, Tag
from app.typesetting.tagged.text_operators import TextKind


def text_element(holder: Element, kind: TextKind) -> Element:
    """Return the element that text of a kind belongs to: the holder, or a new element inside it.

    Text in another language is in a Span that names the language (ISO 14289-1, 7.2). Text that is not drawn
    in reading order is in a Span with its /ActualText (ISO 32000-1, 14.9.4). A link is in a Link
    (ISO 14289-1, 7.18.5), inside a Reference if it leads to a place of the document.
    """
    element = holder
    if kind.language or kind.actual:
        element = Element(Tag("Span", language=kind.language, actual_text=kind.actual), element)
    if isinstance(kind.target, Destination):
        element = Element(REFERENCE, element)
    return Element(LINK, element) if kind.target else element
