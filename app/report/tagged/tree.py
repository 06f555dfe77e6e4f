"""The structure tree as PDF objects (ISO 32000-1, 14.7): elements, parent tree, identifiers."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.report.tagged.elements import Annotated, Element, Marked
from app.report.tagged.syntax import array, reference, text

# What a page’s or an annotation’s StructParent leads to: the elements of its marks by number, or one element.
Parent = Sequence[Element] | Element


@dataclass(frozen=True, slots=True)
class Tree:
    """A finished structure tree.

    ``parents`` are in the order of the numbers that pages and annotations bear; ``pages`` are the numbers of
    the pages’ objects in order.
    """

    root: Element
    parents: Sequence[Parent]
    pages: Sequence[int]

    def objects(self, first: int) -> list[bytes]:
        """Write all objects, numbered onwards from ``first``; the first is the structure tree’s root."""
        elements = list(self.root.walk())
        numbers = {id(element): place for place, element in enumerate(elements, start=first + 1)}
        written = [self._element(element, numbers, first) for element in elements]
        return [self._root(elements, numbers), *written]

    def _root(self, elements: Sequence[Element], numbers: dict[int, int]) -> bytes:
        leads = []
        for place, parent in enumerate(self.parents):
            if isinstance(parent, Element):
                leads.append(b"%d %d 0 R" % (place, numbers[id(parent)]))
            else:
                found = array([reference(numbers[id(each)]) for each in parent])
                leads.append(b"%d %s" % (place, found))
        root = b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums%s>>/ParentTreeNextKey %d%s>>"
        named = sorted((each.tag.id, numbers[id(each)]) for each in elements if each.tag.id)
        names = array([text(id) + b" " + reference(place) for id, place in named])
        identifiers = b"/IDTree<</Names%s>>" % names if named else b""
        return root % (reference(numbers[id(self.root)]), array(leads), len(self.parents), identifiers)

    def _element(self, element: Element, numbers: dict[int, int], root: int) -> bytes:
        above = numbers[id(element.parent)] if element.parent is not None else root
        own = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        kids = [self._kid(kid, numbers, own) for kid in element.kids]
        parts = [b"<</S/%s/P %d 0 R" % (element.tag.kind.encode("ascii"), above)]
        if own is not None:
            parts.append(b"/Pg %d 0 R" % self.pages[own])
        if kids:
            parts.append(b"/K " + (kids[0] if len(kids) == 1 else array(kids)))
        parts.append(element.tag.properties)
        return b"".join(parts) + b">>"

    def _kid(self, kid: Element | Marked | Annotated, numbers: dict[int, int], own: int | None) -> bytes:
        if isinstance(kid, Element):
            return reference(numbers[id(kid)])
        if isinstance(kid, Annotated):
            return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self.pages[kid.page], kid.object)
        if kid.page == own:
            return b"%d" % kid.number
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self.pages[kid.page], kid.number)
