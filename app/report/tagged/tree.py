"""The structure tree as PDF objects (ISO 32000-1, 14.7): elements, parent tree, identifiers."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.report.tagged.elements import Annotated, Element, Marked
from app.report.tagged.packing import Ruled
from app.report.tagged.syntax import array, reference, text

# Numbers are as wide as the file may need, so that elements of a kind are as long as each other.
_REFERENCE = b"%6d 0 R"
# One reference, and the longest name of a kind that is frequent.
_ROW = 10
_KIND = 5
_SIGNS = {Element: "e", Marked: "m", Annotated: "a"}

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

    def objects(self, first: int) -> list[Ruled]:
        """Write all objects, numbered onwards from ``first``; the first is the structure tree’s root."""
        # Those that are written alike have numbers in a row.
        elements = sorted(self.root.walk(), key=_shape)
        numbers = {id(element): place for place, element in enumerate(elements, start=first + 2)}
        written = [self._element(element, numbers, first) for element in elements]
        return [self._root(elements, numbers, first + 1), self._leads(numbers), *written]

    def _root(self, elements: Sequence[Element], numbers: dict[int, int], leads: int) -> Ruled:
        named = sorted((each.tag.id, numbers[id(each)]) for each in elements if each.tag.id)
        names = array([text(id) + b" " + reference(place) for id, place in named])
        identifiers = b"/IDTree<</Names%s>>" % names if named else b""
        root = b"<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d%s>>"
        return Ruled(
            root % (reference(numbers[id(self.root)]), reference(leads), len(self.parents), identifiers)
        )

    def _leads(self, numbers: dict[int, int]) -> Ruled:
        """Write the parent tree, one reference a row: the next is mostly the next number."""
        rows = [b"<</Nums["]
        for place, parent in enumerate(self.parents):
            if isinstance(parent, Element):
                rows += [b"%9d" % place, _REFERENCE % numbers[id(parent)]]
            else:
                rows += [b"%9d[" % place, *(_REFERENCE % numbers[id(each)] for each in parent), b"]"]
        return Ruled(b"".join(row.ljust(_ROW) for row in (*rows, b"]>>")), _ROW)

    def _element(self, element: Element, numbers: dict[int, int], root: int) -> Ruled:
        above = numbers[id(element.parent)] if element.parent is not None else root
        own = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        kids = [self._kid(kid, numbers, own) for kid in element.kids]
        parts = [b"<</S/%s/P%s" % (element.tag.kind.encode("ascii").ljust(_KIND), _REFERENCE % above)]
        if own is not None:
            parts.append(b"/Pg" + _REFERENCE % self.pages[own])
        if kids:
            parts.append(b"/K" + (kids[0] if len(kids) == 1 else array(kids)))
        parts.append(element.tag.properties)
        written = b"".join(parts) + b">>"
        return Ruled(written, len(written) if element.tag.is_bare else 0)

    def _kid(self, kid: Element | Marked | Annotated, numbers: dict[int, int], own: int | None) -> bytes:
        if isinstance(kid, Element):
            return _REFERENCE % numbers[id(kid)]
        if isinstance(kid, Annotated):
            other = b"" if kid.page == own else b"/Pg" + _REFERENCE % self.pages[kid.page]
            return b"<</Type/OBJR%s/Obj%s>>" % (other, _REFERENCE % kid.object)
        if kid.page == own:
            return b"%4d" % kid.number
        return b"<</Type/MCR/Pg%s/MCID%4d>>" % (_REFERENCE % self.pages[kid.page], kid.number)


def _shape(element: Element) -> tuple[bool, int, bool, str]:
    """Say what the length of an element’s object hangs on."""
    tag = element.tag
    kids = "".join(_SIGNS[type(kid)] for kid in element.kids)
    return not tag.is_bare, max(len(tag.kind), _KIND), tag.scope is None, kids
