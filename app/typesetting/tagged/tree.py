"""The structure tree as PDF objects (ISO 32000-1, 14.7): elements, parent tree, identifiers."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.typesetting.tagged.elements import AnnotationReference, Element, MarkedContent
from app.typesetting.tagged.object_streams import SerializedObject, padded_row
from app.typesetting.tagged.syntax import array, reference, text

# Numbers have a fixed width, so that elements of one kind have the same length.
_REFERENCE = b"%6d 0 R"
# The lengths of one reference, and of the longest frequent name of a kind.
_ROW = 10
_KIND = 5
_KID_LETTERS = {Element: "e", MarkedContent: "m", AnnotationReference: "a"}


@dataclass(frozen=True, slots=True)
class StructureTree:
    """A finished structure tree.

    ``marks`` are the elements of each page’s marked content by number, ``links`` those of the annotations.
    Pages and annotations have keys of the parent tree in this order. ``pages`` are the pages’ object numbers.
    """

    root: Element
    marks: Sequence[Sequence[Element]]
    links: Sequence[Element]
    pages: Sequence[int]

    def objects(self, first: int) -> list[SerializedObject]:
        """Return all objects, numbered from ``first``; the first is the root of the structure tree."""
        # Elements of one shape have consecutive numbers.
        elements = sorted(self.root.walk(), key=_shape)
        of_links = bool(self.links)
        numbers = {id(element): place for place, element in enumerate(elements, start=first + 2 + of_links)}
        written = [self._element(element, numbers, first) for element in elements]
        entries = [self._page_entries(numbers), *([self._link_entries(numbers)] if of_links else [])]
        return [self._root(elements, numbers, range(first + 1, first + 1 + len(entries))), *entries, *written]

    def _root(
        self, elements: Sequence[Element], numbers: dict[int, int], entries: Sequence[int]
    ) -> SerializedObject:
        named = sorted((each.tag.id, numbers[id(each)]) for each in elements if each.tag.id)
        names = array([text(id) + b" " + reference(place) for id, place in named])
        identifiers = b"/IDTree<</Names%s>>" % names if named else b""
        root = b"<</Type/StructTreeRoot/K %s/ParentTree<</Kids%s>>/ParentTreeNextKey %d%s>>"
        parents, following = array(list(map(reference, entries))), len(self.marks) + len(self.links)
        return SerializedObject(root % (reference(numbers[id(self.root)]), parents, following, identifiers))

    def _page_entries(self, numbers: dict[int, int]) -> SerializedObject:
        """Return the entries of the pages in the parent tree, one reference in each row."""
        rows = [b"<</Limits", b"[0%6d]" % max(0, len(self.marks) - 1), b"/Nums["]
        for place, marks in enumerate(self.marks):
            rows += [b"%9d[" % place, *(_REFERENCE % numbers[id(each)] for each in marks), b"]"]
        return SerializedObject(b"".join(each.ljust(_ROW) for each in (*rows, b"]>>")), _ROW)

    def _link_entries(self, numbers: dict[int, int]) -> SerializedObject:
        """Return the entries of the annotations in the parent tree, one in each row."""
        first = len(self.marks)
        rows = [b"<</Limits[%d %d]" % (first, first + len(self.links) - 1), b"/Nums["]
        rows += [
            b"%9d " % place + _REFERENCE % numbers[id(each)] for place, each in enumerate(self.links, first)
        ]
        width = max(map(len, rows))
        return SerializedObject(b"".join(each.ljust(width) for each in (*rows, b"]>>")), width)

    def _element(self, element: Element, numbers: dict[int, int], root: int) -> SerializedObject:
        above = numbers[id(element.parent)] if element.parent is not None else root
        own = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        kids = [self._kid(kid, numbers, own) for kid in element.kids]
        parts = [b"<</S/%s/P%s" % (element.tag.kind.encode("ascii").ljust(_KIND), _REFERENCE % above)]
        if own is not None:
            parts.append(b"/Pg" + _REFERENCE % self.pages[own])
        if kids:
            parts.append(b"/K" + (kids[0] if len(kids) == 1 else array(kids)))
        parts.append(element.tag.properties)
        written = b"".join(parts) + b">>"
        return padded_row(written) if element.tag.is_bare else SerializedObject(written)

    def _kid(
        self, kid: Element | MarkedContent | AnnotationReference, numbers: dict[int, int], own: int | None
    ) -> bytes:
        if isinstance(kid, Element):
            return _REFERENCE % numbers[id(kid)]
        if isinstance(kid, AnnotationReference):
            other = b"" if kid.page == own else b"/Pg" + _REFERENCE % self.pages[kid.page]
            return b"<</Type/OBJR%s/Obj%s>>" % (other, _REFERENCE % kid.object)
        if kid.page == own:
            return b"%4d" % kid.number
        return b"<</Type/MCR/Pg%s/MCID%4d>>" % (_REFERENCE % self.pages[kid.page], kid.number)


def _shape(element: Element) -> tuple[bool, int, str]:
    """Return what determines the length of an element’s object; headers of a table stand among its cells."""
    tag = element.tag
    kids = "".join(_KID_LETTERS[type(kid)] for kid in element.kids)
    return not tag.is_bare, max(len(tag.kind), _KIND), kids
